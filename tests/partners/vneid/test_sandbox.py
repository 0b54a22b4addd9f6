# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import base64
import hashlib
import re
import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt
import pytest

from motcua.kit.env import Env
from motcua.kit.refusal import Refusal
from motcua.partners.vneid.sandbox.__main__ import PROGRAM
from motcua.partners.vneid.sandbox.faults import WORDING, Misbehaviour
from motcua.partners.vneid.sandbox.grants import Shelf
from motcua.partners.vneid.sandbox.provider import Provider
from motcua.partners.vneid.sandbox.settings import CALLBACK_PATH, Settings
from motcua.partners.vneid.sandbox.signing import Signer

CALLBACK = f"http://testserver{CALLBACK_PATH}"
VERIFIER = "v" * 64
MINH = "027092990201"


def request_of(**changes: str) -> dict[str, str]:
    challenge = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode()
    asked = {
        "client_id": "motcua", "redirect_uri": CALLBACK, "response_type": "code",
        "scope": "openid profile", "state": "trạng-thái", "nonce": "n-1",
        "code_challenge": challenge.rstrip("="), "code_challenge_method": "S256",
    }  # fmt: skip
    return {name: value for name, value in (asked | changes).items() if value}


@pytest.fixture
def site(provider: Provider) -> httpx.Client:
    return httpx.Client(base_url=provider.settings.issuer)


def question_in(page: httpx.Response) -> str:
    found = re.search(r'name="request" value="([^"]+)"', page.text)
    assert found
    return found.group(1)


def come_back(site: httpx.Client, **answer: str) -> dict[str, str]:
    """Answer the question; return the query of the address the browser is sent to."""
    page = site.get("/authorize", params=request_of())
    form = {"request": question_in(page), "personal_id": MINH, "passcode": "123456"}
    sent = site.post("/authorize", data=form | answer)
    assert sent.status_code == 303
    assert sent.headers["Location"].startswith(CALLBACK + "?")
    query = parse_qs(urlsplit(sent.headers["Location"]).query)
    return {name: values[0] for name, values in query.items()}


def redeem(site: httpx.Client, code: str, **changes: str) -> httpx.Response:
    form = {
        "grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK,
        "client_id": "motcua", "client_secret": "bí mật", "code_verifier": VERIFIER,
    }  # fmt: skip
    return site.post("/token", data=form | changes)


def test_a_code_is_worth_a_signed_token_and_the_claims_of_the_person(
    site: httpx.Client, provider: Provider
) -> None:
    back = come_back(site)

    tokens = redeem(site, back["code"]).json()

    keys = jwt.PyJWKSet.from_dict(site.get("/jwks").json())
    claims = jwt.decode(
        tokens["id_token"], keys.keys[0], algorithms=["RS256"], audience="motcua",
        issuer=provider.settings.issuer,
    )  # fmt: skip
    assert back["state"] == "trạng-thái"
    assert claims["nonce"] == "n-1"
    person = site.get(
        "/userinfo", headers={"Authorization": f"Bearer {tokens['access_token']}"}
    ).json()
    assert person["sub"] == claims["sub"]
    assert (person["SoDinhDanh"], person["HoVaTen"]) == (MINH, "Nguyễn Văn Minh")
    assert (person["LoaiTaiKhoan"], person["IAL"]) == ("1", "2")
    assert person["NgayThangNamSinh"] == "05/04/1992"


def test_the_subject_does_not_tell_the_personal_number(provider: Provider) -> None:
    person = provider.settings.people[MINH]

    assert MINH not in person.subject


def test_a_code_works_once(site: httpx.Client) -> None:
    code = come_back(site)["code"]
    redeem(site, code)

    again = redeem(site, code)

    assert (again.status_code, again.json()) == (400, {"error": "invalid_grant"})


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"code_verifier": "w" * 64}, "invalid_grant"),
        ({"code_verifier": ""}, "invalid_grant"),
        ({"redirect_uri": CALLBACK + "/"}, "invalid_grant"),
        ({"client_secret": "sai"}, "invalid_client"),
        ({"client_id": "khác"}, "invalid_client"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_a_code_is_for_who_asked_for_it_only(
    site: httpx.Client, changes: dict[str, str], error: str
) -> None:
    refused = redeem(site, come_back(site)["code"], **changes)

    assert refused.json() == {"error": error}


def test_an_invented_code_is_worth_nothing(site: httpx.Client) -> None:
    assert redeem(site, "bịa").json() == {"error": "invalid_grant"}


def test_the_client_may_use_the_authorization_header(site: httpx.Client) -> None:
    form = {
        "grant_type": "authorization_code", "code": come_back(site)["code"],
        "redirect_uri": CALLBACK, "code_verifier": VERIFIER,
    }  # fmt: skip
    coded = base64.b64encode(b"motcua:b%C3%AD%20m%E1%BA%ADt").decode()

    given = site.post("/token", data=form, headers={"Authorization": f"Basic {coded}"})

    assert given.status_code == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"nonce": ""}, "invalid_request"),
    ],
)
def test_an_incomplete_request_goes_back_with_an_error(
    site: httpx.Client, changes: dict[str, str], error: str
) -> None:
    sent = site.get("/authorize", params=request_of(**changes))

    assert sent.status_code == 303
    assert f"error={error}" in sent.headers["Location"]


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.invalid" + CALLBACK_PATH, CALLBACK + "?x=1", CALLBACK + "#x",
     "http://testserver/", "javascript:alert(1)", "http://a@testserver" + CALLBACK_PATH,
     "http://[testserver" + CALLBACK_PATH, ""],
)  # fmt: skip
def test_nobody_is_sent_to_an_address_that_is_not_the_clients(
    site: httpx.Client, address: str
) -> None:
    answer = site.get("/authorize", params=request_of(redirect_uri=address))

    assert answer.status_code == 400
    assert "Location" not in answer.headers


def test_cancelling_goes_back_with_access_denied(site: httpx.Client) -> None:
    back = come_back(site, action="cancel")

    assert back == {"error": "access_denied", "state": "trạng-thái"}


@pytest.mark.parametrize("answer", [{"passcode": "000000"}, {"personal_id": "027000000000"}])
def test_a_wrong_answer_asks_again(site: httpx.Client, answer: dict[str, str]) -> None:
    page = site.get("/authorize", params=request_of())
    form = {"request": question_in(page), "personal_id": MINH, "passcode": "123456"} | answer

    asked_again = site.post("/authorize", data=form)

    assert asked_again.status_code == 422
    assert question_in(asked_again) == form["request"]


def test_a_question_is_answered_once(site: httpx.Client) -> None:
    page = site.get("/authorize", params=request_of())
    form = {"request": question_in(page), "personal_id": MINH, "passcode": "123456"}
    site.post("/authorize", data=form)

    assert site.post("/authorize", data=form).status_code == 400


def test_the_page_says_that_it_is_not_vneid(site: httpx.Client) -> None:
    page = site.get("/authorize", params=request_of(ui_locales="en"))

    assert "This is not the real VNeID" in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"


def test_userinfo_wants_a_token(site: httpx.Client) -> None:
    assert site.get("/userinfo").status_code == 401
    assert site.get("/userinfo", headers={"Authorization": "Bearer x"}).status_code == 401


def test_misbehaviour_is_switched_on_the_first_page(site: httpx.Client, provider: Provider) -> None:
    site.post("/faults", data={"fault": ["down", "level_1", "bịa"]})

    assert provider.faults == {Misbehaviour.DOWN, Misbehaviour.LEVEL_1}
    assert site.get("/jwks").status_code == 500
    assert "checked" in site.get("/").text


def test_every_misbehaviour_has_words(provider: Provider) -> None:
    assert set(WORDING) == set(Misbehaviour)


def test_codes_are_forgotten_after_their_time() -> None:
    now = [0.0]
    shelf: Shelf[str] = Shelf(60.0, lambda: now[0])
    name = shelf.put("x")

    now[0] = 60.0

    assert shelf.look(name) is None
    assert shelf.take(name) is None


def test_the_key_survives_a_restart_and_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "secret" / "key.pem"

    first, second = Signer.kept_in(path), Signer.kept_in(path)

    assert first.kid == second.kid
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_production_has_no_stand_in(tmp_path: Path) -> None:
    env = Env.read(
        {
            "MOTCUA_MODE": "production", "MOTCUA_STATE": str(tmp_path), "SECRET_KEY": "k" * 60,
            "DATABASE_URL": "postgresql:///x", "MOTCUA_HOSTS": "mc.example.vn",
            "MOTCUA_URL": "https://mc.example.vn",
        }
    )  # fmt: skip

    with pytest.raises(Refusal):
        PROGRAM.serve(env)


def test_a_port_that_is_taken_is_told_in_a_sentence(
    provider: Provider, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("MOTCUA_STATE", str(tmp_path))
    port = str(urlsplit(provider.settings.issuer).port)

    assert PROGRAM.main(["--port", port]) == 1
    assert port in capsys.readouterr().err


def test_the_settings_of_a_demonstration_know_its_own_address(tmp_path: Path) -> None:
    env = Env.read({"MOTCUA_STATE": str(tmp_path), "PORT": "8400"})

    settings = Settings.of(env)

    assert settings.issuer == "http://localhost:8401"
    assert settings.may_return_to(f"http://127.0.0.1:8400{CALLBACK_PATH}")
    assert settings.may_return_to(f"{env.public_url}{CALLBACK_PATH}")
