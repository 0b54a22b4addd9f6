# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import logging
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.people.models import Account, Session
from motcua.faces.gate.vneid import trouble
from motcua.faces.gate.vneid.documents import DOCUMENTS
from motcua.partners.vneid.sandbox.faults import Misbehaviour
from motcua.partners.vneid.sandbox.provider import Provider
from motcua.partners.vneid.sandbox.settings import CALLBACK_PATH
from motcua.partners.vneid.sandbox.signing import Signer
from tests.faces.gate.conftest import MINH, answer_vneid, come_by_vneid, to_vneid

NOT_VERIFIED = "không xác minh được"
DOWN = "không phản hồi"


def test_a_citizen_comes_in_by_vneid(db: None, client: Client, vneid: Provider) -> None:
    answer = come_by_vneid(client)

    assert (answer.status_code, answer["Location"]) == (303, "/")
    account = Account.objects.get(kind="citizen")
    assert (account.personal_id, account.full_name) == (MINH, "Nguyễn Văn Minh")
    assert account.identity_level == 2
    assert Session.objects.get().account_id == account.pk


def test_the_same_citizen_keeps_the_same_account(db: None, vneid: Provider) -> None:
    come_by_vneid(Client())
    come_by_vneid(Client())

    assert Account.objects.count() == 1
    assert Session.objects.count() == 2


def test_the_request_carries_state_nonce_and_a_pkce_challenge(
    db: None, client: Client, vneid: Provider
) -> None:
    query = parse_qs(urlsplit(to_vneid(client)).query)

    assert query["response_type"] == ["code"]
    assert query["code_challenge_method"] == ["S256"]
    assert len(query["code_challenge"][0]) == 43
    assert len(query["nonce"][0]) >= 32
    assert len(query["state"][0]) >= 16
    assert "openid" in query["scope"][0].split()
    assert query["redirect_uri"] == ["http://testserver/vao/cong-dan/tro-lai"]


def test_the_stand_in_and_the_gate_agree_on_the_way_back() -> None:
    assert reverse("gate:vneid_callback") == CALLBACK_PATH


def test_the_page_that_was_wanted_comes_next(db: None, client: Client, vneid: Provider) -> None:
    assert come_by_vneid(client, "/ho-so/cua-toi?trang=2")["Location"] == "/ho-so/cua-toi?trang=2"


def test_nobody_is_led_to_another_site(db: None, client: Client, vneid: Provider) -> None:
    assert come_by_vneid(client, "https://elsewhere.invalid/")["Location"] == "/"


def test_a_level_1_account_comes_in_and_is_known_as_such(
    db: None, client: Client, vneid: Provider
) -> None:
    vneid.faults = {Misbehaviour.LEVEL_1}

    come_by_vneid(client)

    assert Account.objects.get().identity_level == 1
    assert client.get("/tai-khoan/phien").wsgi_request.identity_level == 1


@pytest.mark.parametrize(
    "fault",
    [
        Misbehaviour.WRONG_NONCE,
        Misbehaviour.WRONG_SIGNATURE,
        Misbehaviour.WRONG_AUDIENCE,
        Misbehaviour.WRONG_ISSUER,
        Misbehaviour.EXPIRED_TOKEN,
        Misbehaviour.OTHER_PERSON,
    ],
)
def test_an_answer_that_cannot_be_verified_lets_nobody_in(
    db: None, client: Client, vneid: Provider, fault: Misbehaviour
) -> None:
    vneid.faults = {fault}

    answer = come_by_vneid(client)

    assert answer.status_code == 400
    assert NOT_VERIFIED in answer.content.decode()
    assert not Account.objects.exists()
    assert not Session.objects.filter(account__isnull=False).exists()


def test_a_nonce_of_another_attempt_lets_nobody_in(
    db: None, client: Client, vneid: Provider
) -> None:
    first = urlsplit(to_vneid(client))
    second = to_vneid(client)
    strange = parse_qs(first.query)["nonce"][0]
    own = parse_qs(urlsplit(second).query)["nonce"][0]

    answer = client.get(answer_vneid(second.replace(own, strange)))

    assert answer.status_code == 400
    assert not Account.objects.exists()


def test_a_code_stolen_from_another_attempt_is_worth_nothing(
    db: None, client: Client, vneid: Provider
) -> None:
    victims = parse_qs(urlsplit(answer_vneid(to_vneid(Client()))).query)["code"][0]
    own = answer_vneid(to_vneid(client))
    code = parse_qs(urlsplit(own).query)["code"][0]

    answer = client.get(own.replace(code, victims))

    assert answer.status_code == 400
    assert not Account.objects.exists()


def test_coming_back_twice_with_the_same_answer_works_once(
    db: None, client: Client, vneid: Provider
) -> None:
    back = answer_vneid(to_vneid(client))
    client.get(back)

    again = client.get(back)

    assert again.status_code == 400
    assert Session.objects.count() == 1


def test_an_answer_brought_by_another_browser_is_refused(
    db: None, client: Client, vneid: Provider
) -> None:
    back = answer_vneid(to_vneid(client))

    answer = Client().get(back)

    assert answer.status_code == 400
    assert not Account.objects.exists()


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x&code=y", "?error=access_denied"])
def test_an_answer_nobody_asked_for_is_refused(
    db: None, client: Client, vneid: Provider, query: str
) -> None:
    answer = client.get(f"/vao/cong-dan/tro-lai{query}")

    assert answer.status_code == 400
    assert not Session.objects.exists()


def test_cancelling_at_vneid_is_told_kindly(db: None, client: Client, vneid: Provider) -> None:
    answer = come_by_vneid(client, action="cancel")

    assert answer.status_code == 200
    assert "Ông/bà chưa đăng nhập" in answer.content.decode()


def test_organisations_are_asked_to_come_as_a_person(
    db: None, client: Client, vneid: Provider
) -> None:
    vneid.faults = {Misbehaviour.ORGANISATION}

    answer = come_by_vneid(client)

    assert answer.status_code == 422
    assert not Account.objects.exists()


def test_when_vneid_is_down_at_the_start_the_page_says_so(
    db: None, client: Client, vneid: Provider
) -> None:
    vneid.faults = {Misbehaviour.DOWN}

    answer = client.post("/vao/cong-dan/vneid")

    assert answer.status_code == 503
    assert DOWN in answer.content.decode()


def test_when_nobody_listens_the_page_says_so(
    db: None, client: Client, vneid: Provider, settings: DjangoSettings
) -> None:
    settings.VNEID_ISSUER = "http://127.0.0.1:9"

    assert client.post("/vao/cong-dan/vneid").status_code == 503


def test_when_vneid_breaks_on_the_way_back_the_page_says_so(
    db: None, client: Client, vneid: Provider
) -> None:
    back = answer_vneid(to_vneid(client))
    DOCUMENTS.clear()
    vneid.faults = {Misbehaviour.DOWN}

    answer = client.get(back)

    assert answer.status_code == 503
    assert DOWN in answer.content.decode()


def test_a_slow_vneid_does_not_hold_the_page_up(
    db: None, client: Client, vneid: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trouble, "PATIENCE_SECONDS", (0.5, 0.05))
    vneid.faults = {Misbehaviour.SLOW}

    answer = client.post("/vao/cong-dan/vneid")

    assert answer.status_code == 503
    assert DOWN in answer.content.decode()


def test_a_configuration_of_another_issuer_is_refused(
    db: None, client: Client, vneid: Provider
) -> None:
    vneid.settings = replace(vneid.settings, issuer="https://elsewhere.invalid")

    assert client.post("/vao/cong-dan/vneid").status_code == 503


def test_a_key_that_was_just_rolled_is_found(
    db: None, client: Client, vneid: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_by_vneid(Client())
    monkeypatch.setattr("motcua.faces.gate.vneid.tokens.ANEW_SECONDS", 0.0)
    vneid.settings = replace(vneid.settings, signer=Signer.new())

    assert come_by_vneid(client).status_code == 303


def test_without_a_provider_the_door_says_that_it_is_closed(
    db: None, client: Client, settings: DjangoSettings
) -> None:
    settings.VNEID_ISSUER = ""

    page = client.get("/vao/cong-dan")

    assert page.status_code == 200
    assert "chưa được thiết lập" in page.content.decode()
    assert client.post("/vao/cong-dan/vneid").status_code == 404


def test_a_link_alone_does_not_start_a_sign_in(db: None, client: Client, vneid: Provider) -> None:
    assert client.get("/vao/cong-dan/vneid").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/vao/cong-dan/vneid").status_code == 403


@pytest.mark.parametrize(
    "path",
    ["accounts/login/", "accounts/signup/", "accounts/password/reset/", "accounts/email/",
     "accounts/oidc/vneid/login/", "accounts/3rdparty/", "accounts/"],
)  # fmt: skip
def test_the_pages_of_the_library_have_no_address(db: None, client: Client, path: str) -> None:
    assert client.get(f"/{path}").status_code == 404


def test_signing_in_changes_the_key(db: None, client: Client, vneid: Provider) -> None:
    address = to_vneid(client)
    before = client.cookies["session"].value

    client.get(answer_vneid(address))

    assert client.cookies["session"].value != before
    assert Session.objects.count() == 1
    assert "socialaccount_states" not in client.session


def test_logs_hold_nothing_personal(
    db: None, client: Client, vneid: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    ours = ("motcua", "django", "allauth", "urllib3", "requests")
    with caplog.at_level(logging.DEBUG):
        come_by_vneid(client)
        vneid.faults = {Misbehaviour.WRONG_NONCE}
        come_by_vneid(client)

    told = " ".join(r.getMessage() for r in caplog.records if r.name.startswith(ours))
    for secret in (MINH, "Nguyễn Văn Minh", "code=", "Bearer"):
        assert secret not in told
