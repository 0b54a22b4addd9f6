# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries.applicant import secret_of
from motcua.domains.people.models import ApiToken
from motcua.domains.people.queries.accounts import client_by_name
from motcua.faces.api.bearer import Scope
from motcua.kit import clock
from motcua.kit.models import DataUse
from tests.domains.dossiers.conftest import ANSWERS, Town
from tests.faces.api.conftest import ROOT, Register, System, submission, submitted

pytestmark = pytest.mark.django_db


def problem_of(answer: Any) -> dict[str, Any]:
    assert answer["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == answer.status_code
    assert set(problem) == {"type", "title", "status", "detail", "faults"}
    return problem


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer mc_wrong", "Basic x", "Bearer \x00ễ"])
def test_without_a_live_token_nothing_is_told(header: str) -> None:
    answer = Client().get(f"{ROOT}/procedures", headers={"Authorization": header})

    assert problem_of(answer)["status"] == 401
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_revoked_and_an_expired_token_are_dead(register: Register) -> None:
    one, other = register("one"), register("other")
    assert one.get("/inbox").status_code == 200

    ApiToken.objects.filter(account_id=client_by_name("one").id).update(revoked_at=clock.now())
    over = clock.now() - timedelta(seconds=1)
    ApiToken.objects.filter(account_id=client_by_name("other").id).update(valid_to=over)

    assert (one.get("/inbox").status_code, other.get("/inbox").status_code) == (401, 401)


def test_a_token_is_good_for_its_scopes_only(town: Town, register: Register) -> None:
    reader = register("reader", scopes=(Scope.PROCEDURES,))

    refused = reader.post("/dossiers", submission(town))

    assert reader.get("/procedures").status_code == 200
    assert problem_of(refused)["type"] == "urn:motcua:scope-missing"
    assert refused.status_code == 403


def test_a_command_needs_its_key(office: System, town: Town) -> None:
    headers = office.headers({})
    body = json.dumps(submission(town))

    answer = Client().post(
        f"{ROOT}/dossiers", body, content_type="application/json", headers=headers
    )

    assert answer.status_code == 400
    assert problem_of(answer)["faults"][0]["path"] == "Idempotency-Key"


def test_one_key_makes_one_dossier(office: System, town: Town) -> None:
    key = uuid4()

    answers = [office.post("/dossiers", submission(town), key=key) for _ in range(3)]

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["dossier"] for answer in answers}) == 1
    assert Dossier.objects.count() == 1


def test_a_key_spent_on_one_act_gives_nothing_of_another(office: System, town: Town) -> None:
    code, key = submitted(office, town)["dossier"], uuid4()
    assert office.post(f"/dossiers/{code}/receive", {}, key=key).status_code == 200

    submit = office.post("/dossiers", submission(town), key=key)
    refuse = office.post(f"/dossiers/{code}/advance", {"action": "hand_over"}, key=key)

    assert problem_of(submit)["type"] == problem_of(refuse)["type"] == "urn:motcua:key-reused"
    assert secret_of(code) not in submit.content.decode()
    assert Dossier.objects.get().status == 2


def test_a_system_does_not_approve_what_it_proposed_itself(office: System, town: Town) -> None:
    code = submitted(office, town)["dossier"]
    office.post(f"/dossiers/{code}/receive", {})
    for action in ("hand_over", "propose"):
        assert office.post(f"/dossiers/{code}/advance", {"action": action}).status_code == 200

    refused = office.post(f"/dossiers/{code}/advance", {"action": "approve"})
    english = office.post(
        f"/dossiers/{code}/advance", {"action": "approve"}, Accept_Language="en-GB"
    )

    assert (refused.status_code, problem_of(refused)["type"]) == (403, "urn:motcua:own-proposal")
    assert "phải do người khác quyết định" in problem_of(refused)["detail"]
    assert "somebody else must decide" in problem_of(english)["detail"]
    assert Dossier.objects.get().step == "approve"


def test_a_stale_command_is_refused(office: System, town: Town) -> None:
    new = submitted(office, town)
    office.post(f"/dossiers/{new['dossier']}/receive", {"seen": new["seq"]})

    late = office.post(
        f"/dossiers/{new['dossier']}/advance", {"action": "hand_over", "seen": new["seq"]}
    )

    assert problem_of(late)["type"] == "urn:motcua:stale"
    assert late.status_code == 409


def test_faults_of_answers_name_the_field_in_the_readers_language(
    office: System, town: Town
) -> None:
    wrong = submission(town, answers={**ANSWERS, "house": {"floors": 99}}, presented=[])

    vietnamese = problem_of(office.post("/dossiers", wrong))
    english = problem_of(office.post("/dossiers", wrong, Accept_Language="en-GB,en;q=0.9"))

    paths = {fault["path"] for fault in english["faults"]}
    assert paths == {"house.floors", "paper:drawing"}
    assert english["detail"] == "Some answers are missing or wrong."
    assert vietnamese["detail"] != english["detail"]
    assert not Dossier.objects.exists()


def test_a_foreign_dossier_is_not_there(office: System, stranger: System, town: Town) -> None:
    code = submitted(office, town)["dossier"]

    answers = [
        stranger.get(f"/dossiers/{code}"),
        stranger.get(f"/dossiers/{code}/history"),
        stranger.get(f"/dossiers/{code}/result"),
        stranger.get(f"/dossiers/{code}", Dossier_Secret="ABCDEFGHJK"),
        stranger.post(f"/dossiers/{code}/receive", {}),
        stranger.get("/dossiers/H05.42-260703-9999"),
        stranger.get("/dossiers/%00"),
    ]

    assert {problem_of(answer)["status"] for answer in answers} == {404}


def test_reading_personal_details_is_written_down(office: System, town: Town) -> None:
    code = submitted(office, town)["dossier"]

    office.get(f"/dossiers/{code}")

    use = DataUse.objects.get()
    assert (use.page, use.subjects) == ("api/dossier", [code])


def test_a_counter_dossier_needs_a_counter_post(stranger: System, town: Town) -> None:
    answer = stranger.post("/dossiers", submission(town, channel="counter"))

    assert problem_of(answer)["status"] == 403


def test_where_the_national_portal_takes_dossiers_online_ones_are_refused(
    office: System, town: Town, settings: Any
) -> None:
    settings.LOCAL_SUBMISSION = False

    online = office.post("/dossiers", submission(town))
    counter = office.post("/dossiers", submission(town, channel="counter"))

    assert (online.status_code, counter.status_code) == (403, 201)


BROKEN = {
    "no JSON": ("{", 400),
    "an array": ("[]", 422),
    "a number": ("7", 422),
    "deep": ("[" * 100_000, 400),
    "deep answers": ('{"answers": ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "}", 400),
    "a number without end": ('{"version": ' + "9" * 5000 + "}", 400),
    "not UTF-8": (b'{"procedure": "\xff\xfe"}', 400),
    "huge": ('{"procedure": "' + "x" * (5 << 20) + '"}', 413),
}


@pytest.mark.parametrize(("body", "status"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_body_is_a_clear_problem(office: System, body: str | bytes, status: int) -> None:
    assert problem_of(office.post("/dossiers", body))["status"] == status


TWISTED = [
    {"answers": {"applicant_name": "x" * 10_000}},
    {"answers": {"applicant_name": "\ud800"}},
    {"answers": {"applicant_name": "a\x00b"}},
    {"answers": {"applicant_name": {"$": []}, "house": [1, 2]}},
    {"answers": {"house": {"floors": float("inf")}}},
    {"answers": {"house": {"floors": 10**400}}},
    {"presented": ["drawing", "\x00"]},
    {"presented": ["elsewhere"]},
    {"procedure": "9.999999"},
    {"procedure": "\x00"},
    {"version": 2**62},
    {"unit": "H99"},
    {"unit": "../etc"},
    {"receiving_unit": "H99"},
    {"channel": "pigeon"},
    {"more": "than known"},
]


@pytest.mark.parametrize("change", TWISTED, ids=lambda change: ascii(change)[:60])
def test_twisted_values_are_refused_and_nothing_is_saved(
    office: System, town: Town, change: dict[str, Any]
) -> None:
    answer = office.post("/dossiers", submission(town) | change)

    assert problem_of(answer)["status"] in (400, 404, 422)
    assert not Dossier.objects.exists()


ODD_ACTS = [
    ("receive", {"external_number": "a\x00b"}),
    ("receive", {"external_number": "x" * 61}),
    ("refuse", {"reason": " "}),
    ("refuse", {"reason": "\ud800"}),
    ("refuse", {"reason": "x" * 2001}),
    ("refuse", {"reason": "x", "seen": 10**30}),
    ("advance", {"action": "receive"}),
    ("advance", {"action": "fly"}),
    ("ask_supplement", {"items": [], "until_on": "2030-01-01"}),
    (
        "ask_supplement",
        {"items": [{"target": "field:x", "missing": "x"}], "until_on": "0000-01-01"},
    ),
    (
        "ask_supplement",
        {"items": [{"target": "field:x", "missing": "x"}], "until_on": "0001-01-01"},
    ),
    ("consult", {"units": ["H99"], "question": "?", "within": "3wd"}),
    ("consult", {"units": ["H05"], "question": "?", "within": "-3wd"}),
    ("extend", {"to": "9999-12-31T23:59:59", "reason": "x"}),
    ("extend", {"to": "0001-01-01T00:00:00+14:00", "reason": "x"}),
    ("extend", {"to": "2030-01-01T00:00:00", "reason": "x"}),
    ("rate", {"stars": 6}),
    ("take_cash", {"unit": "H05", "amount_vnd": 10**30}),
    ("take_cash", {"unit": "H05", "amount_vnd": 1}),
    ("resume", {"answers": {}}),
    ("return_result", {"to": "the moon"}),
    ("fly", {}),
]


@pytest.mark.parametrize(("verb", "body"), ODD_ACTS, ids=lambda part: ascii(part)[:40])
def test_odd_acts_are_refused_and_change_nothing(
    office: System, town: Town, verb: str, body: dict[str, Any]
) -> None:
    new = submitted(office, town)

    answer = office.post(f"/dossiers/{new['dossier']}/{verb}", body)

    assert problem_of(answer)["status"] in (400, 403, 404, 409, 422)
    assert Dossier.objects.get().chain_seq == new["seq"]


@pytest.mark.parametrize("path", ["/inbox?after=2026-99-99T00:00:00%2B07:00~1", "/inbox?limit=0"])
def test_an_odd_place_in_the_inbox_is_refused(office: System, path: str) -> None:
    answer = office.client.get(ROOT + path, headers=office.headers({}))

    assert problem_of(answer)["status"] in (404, 422)


def test_an_address_that_is_not_served_is_a_problem_too() -> None:
    answer = Client().post("/api/v1/nothing", headers={"Accept-Language": "en"})

    assert problem_of(answer)["title"] == "Nothing was found here"
    assert answer["Content-Language"] == "en"


def test_a_method_that_is_not_served_is_a_problem_too() -> None:
    answer = Client().delete("/api/v1/inbox", headers={"Accept-Language": "en"})

    assert problem_of(answer)["detail"] == "This address does not know this method."
    assert (answer.status_code, answer["Allow"]) == (405, "GET")
