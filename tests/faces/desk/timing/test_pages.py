# SPDX-License-Identifier: Apache-2.0
"""The screens about time, with the true acts behind them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domains.dossiers.acts.raise_alerts import raise_alerts
from motcua.domains.dossiers.models import PaperFirst
from motcua.domains.people.models import Account, Delegation
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.faces.gate.cache import SESSIONS
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.models import DataUse, OutboxEvent
from motcua.kit.relay import Told
from tests.builders import official, vn
from tests.domains.dossiers.acts.test_record_paper_first import scan
from tests.domains.dossiers.acts.test_request_second_supplement import asked_once, requested
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.desk.conftest import Desks, form, post, text

NAMED = "Bàn giao công việc"


def told() -> list[Told]:
    rows = OutboxEvent.objects.filter(topic__startswith="Dossier")
    return [Told(one.id, one.topic, one.subject, one.at, one.payload) for one in rows]


def test_a_second_supplement_goes_over_the_leaders_desk(town: Town, desk_of: Desks) -> None:
    code = asked_once(town)
    specialist, leader = desk_of(town.specialist), desk_of(town.leader)
    fields = form(specialist, code, "request_second_supplement")
    asked = {
        "target": "paper:drawing", "missing:paper:drawing": "Thiếu mặt cắt",
        "until_on": "25/12/2099",
        "reason": "Bản vẽ mới thiếu trang",
    }  # fmt: skip
    answer = specialist.post(f"/desk/{code}/request_second_supplement", fields | asked)
    assert answer.status_code == 303
    assert code in text(leader.get("/desk/alerts"))
    page = text(leader.get(f"/desk/{code}"))
    assert "Bản vẽ mới thiếu trang" in page and "Thiếu mặt cắt" in page

    decided = form(leader, code, "decide_second_supplement") | {
        "approves": "yes", "until_on": "25/12/2099",
    }  # fmt: skip
    leader.post(f"/desk/{code}/decide_second_supplement", decided)

    assert row(code).status == 5
    assert acts(code)[-2:] == ["request_second_supplement", "ask_supplement"]


def test_an_undecided_form_of_the_leader_is_refused_with_its_words_kept(
    town: Town, desk_of: Desks
) -> None:
    code = asked_once(town)
    requested(town, code)
    leader = desk_of(town.leader)

    answer = post(leader, code, "decide_second_supplement", note="Để xem lại")

    assert answer.status_code == 422
    assert "Để xem lại" in text(answer)
    assert row(code).status == 4


def test_the_last_step_is_taken_back_on_the_page(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    stepped = town.advance
    specialist, leader = desk_of(town.specialist), desk_of(town.leader)
    stepped(_as(specialist, town), code, "propose", clock.now())
    assert f'action="/desk/{code}/roll_back"' not in text(leader.get(f"/desk/{code}"))

    fields = form(specialist, code, "roll_back") | {"reason": "Bấm nhầm"}
    specialist.post(f"/desk/{code}/roll_back", fields)

    assert row(code).step == "appraise"
    assert "Bấm nhầm" in text(specialist.get(f"/desk/{code}"))


def _as(client: Client, town: Town) -> object:
    """The actor behind a browser: the account that desk_of opened."""
    account = Account.objects.get(full_name=town.specialist.name, kind="official")
    return type(town.specialist)(
        code=account.code, name=account.full_name, kind=town.specialist.kind,
        account_id=account.pk, posts=town.specialist.posts,
    )  # fmt: skip


def test_a_result_on_paper_is_recorded_and_stands_on_the_list(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    counter = desk_of(town.counter)
    page = text(counter.get(f"/desk/{code}/paper-first"))
    assert 'enctype="multipart/form-data"' in page
    fields = {
        "key": str(uuid4()), "seen": row(code).chain_seq, "on": "10/07/2026", "at": "09:00",
        "to": "Nguyễn Thị Lan", "why": "Mất điện cả buổi",
        "scan": SimpleUploadedFile("bien-nhan.pdf", scan(), "application/pdf"),
    }  # fmt: skip

    answer = counter.post(f"/desk/{code}/paper-first", fields)

    assert (answer.status_code, answer["Location"]) == (303, f"/desk/{code}")
    assert row(code).ended_at == vn("2026-07-10 09:00")
    listed = text(counter.get("/desk/paper-first"))
    assert code in listed and "Mất điện cả buổi" in listed
    assert "Mất điện cả buổi" in text(counter.get(f"/desk/{code}"))
    assert text(desk_of(town.specialist).get("/desk/paper-first")).count(code)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"scan": None}, 422),
        ({"on": "31/02/2026"}, 422),
        ({"at": "25:00"}, 422),
        ({"on": "10/07/2090"}, 422),
        ({"key": "x"}, 400),
        ({"why": "Mất\x00điện"}, 422),
    ],
)
def test_a_hand_over_that_cannot_be_read_is_refused_with_a_sentence(
    town: Town, desk_of: Desks, changes: dict[str, object], status: int
) -> None:
    code = town.appraised()
    counter = desk_of(town.counter)
    fields = {
        "key": str(uuid4()), "on": "10/07/2026", "at": "09:00", "to": "Lan", "why": "Mất điện",
        "scan": SimpleUploadedFile("bien-nhan.pdf", scan(), "application/pdf"), **changes,
    }  # fmt: skip

    answer = counter.post(
        f"/desk/{code}/paper-first", {name: one for name, one in fields.items() if one is not None}
    )

    assert answer.status_code == status
    assert not PaperFirst.objects.exists()


def test_a_stranger_finds_no_dossier_to_hand_over(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    stranger = desk_of(official("Xa", ("H05.42", Role.COUNTER)))

    assert stranger.get(f"/desk/{code}/paper-first").status_code == 404


def test_alerts_stand_before_the_posts_they_concern_and_are_logged(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    raise_alerts(at=vn("2026-07-13 14:00"))
    leader, specialist = desk_of(town.leader), desk_of(town.specialist)

    assert code in text(leader.get("/desk/alerts"))
    assert code not in text(specialist.get("/desk/alerts"))

    assert DataUse.objects.filter(page="desk/alerts", subjects__contains=[code]).count() == 1


def test_the_report_shows_steps_officers_and_savings_to_leaders_only(
    town: Town, desk_of: Desks
) -> None:
    town.decided()
    fold_events(told())
    leader, specialist = desk_of(town.leader), desk_of(town.specialist)

    page = text(leader.get("/desk/time?first=01/07/2026&last=31/07/2026"))

    assert "Thẩm định" in page and "Dũng" in page and "Bình" in page
    assert "5,0" in page  # five working days promised against the law
    assert specialist.get("/desk/time").status_code == 403


@pytest.mark.parametrize(
    "query",
    ["first=31/07/2026&last=01/07/2026", "first=x&last=y", "first=01/01/2020&last=01/07/2026"],
)
def test_a_period_that_is_none_is_refused(town: Town, desk_of: Desks, query: str) -> None:
    answer = desk_of(town.leader).get(f"/desk/time?{query}")

    assert answer.status_code == 422


def test_a_colleague_stands_in_and_the_history_says_for_whom(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    leader, specialist = desk_of(town.leader), desk_of(town.specialist)
    today = clock.today()
    stand_in = Account.objects.get(full_name=town.specialist.name)
    page = text(leader.get("/desk/absence"))
    assert town.specialist.name in page
    fields = {
        "key": str(uuid4()), "post": f"leader.{town.competent_id}", "stand_in": stand_in.pk,
        "first": f"{today:%d/%m/%Y}", "last": f"{today + timedelta(days=2):%d/%m/%Y}",
        "reason": NAMED,
    }  # fmt: skip
    for _ in range(2):
        assert leader.post("/desk/absence", fields).status_code == 303
    assert Delegation.objects.get().reason == NAMED

    town.advance(town.specialist, code, "propose", clock.now())
    specialist = _fresh(specialist)
    assert code in text(specialist.get(f"/desk/?post=leader.{_unit_code(town)}"))
    post(specialist, code, "advance", **form(specialist, code, "advance"), action="approve")

    assert row(code).status == 9
    page = text(specialist.get(f"/desk/{code}"))
    assert f"thay {town.leader.name}" in page
    ended = {"key": str(uuid4()), "delegation": Delegation.objects.get().pk}
    assert leader.post("/desk/absence/end", ended).status_code == 303
    assert Delegation.objects.get().valid_to == today


def test_a_stand_in_does_not_approve_what_the_same_person_proposed(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    leader, specialist = desk_of(town.leader), desk_of(town.specialist)
    _stand_in(town, clock.today())
    post(specialist, code, "advance", **form(specialist, code, "advance"), action="propose")

    page = text(specialist.get(f"/desk/{code}"))
    assert "phải do người khác quyết định" in page
    assert 'value="approve"' not in page and 'value="return_back"' in page
    fields = form(specialist, code, "advance") | {"action": "approve"}
    refused = post(specialist, code, "advance", **fields)
    assert (refused.status_code, row(code).step) == (403, "approve")
    assert "phải do người khác quyết định" in text(refused)
    specialist.cookies["language"] = "en"
    english = post(specialist, code, "advance", **fields | {"key": str(uuid4())})
    assert "You proposed this yourself" in text(english)

    post(leader, code, "advance", **form(leader, code, "advance"), action="approve")
    assert row(code).status == 9


def test_a_stand_in_does_not_allow_the_second_supplement_the_same_person_asked_for(
    town: Town, desk_of: Desks
) -> None:
    code = asked_once(town)
    specialist, _ = desk_of(town.specialist), desk_of(town.leader)
    requested(town, code, actor=_as(specialist, town))
    _stand_in(town, clock.today())

    fields = form(specialist, code, "decide_second_supplement") | {"until_on": "25/12/2099"}
    refused = post(specialist, code, "decide_second_supplement", **fields, approves="yes")

    assert (refused.status_code, row(code).status) == (403, 4)
    assert "phải do người khác quyết định" in text(refused)
    declined = post(specialist, code, "decide_second_supplement", **fields, approves="no")
    assert declined.status_code == 303


def _stand_in(town: Town, today: date) -> None:
    """Let the specialist's account stand in for the leader's on these days."""
    Delegation.objects.create(
        absent=Account.objects.get(full_name=town.leader.name),
        stand_in=Account.objects.get(full_name=town.specialist.name),
        unit_id=town.competent_id, role=Role.LEADER, at=clock.now(), valid_from=today,
        valid_to=today + timedelta(days=2), reason=NAMED, named_by="cb-8",
    )  # fmt: skip
    SESSIONS.clear()


def _fresh(client: Client) -> Client:
    """The browser after the few seconds for which a process remembers a session."""
    SESSIONS.clear()
    return client


def _unit_code(town: Town) -> str:
    return town.leader.posts[0].unit_code


@pytest.mark.parametrize(
    "changes", [{"post": "director.1"}, {"stand_in": "x"}, {"first": "0"}, {"reason": ""}]
)
def test_a_stand_in_that_cannot_be_is_refused(
    town: Town, desk_of: Desks, changes: dict[str, str]
) -> None:
    leader, _ = desk_of(town.leader), desk_of(town.specialist)
    today = f"{clock.today():%d/%m/%Y}"
    stand_in = Account.objects.get(full_name=town.specialist.name)
    fields = {
        "key": str(uuid4()), "post": f"leader.{town.competent_id}", "stand_in": stand_in.pk,
        "first": today, "last": today, "reason": NAMED, **changes,
    }  # fmt: skip

    answer = leader.post("/desk/absence", fields)

    assert answer.status_code in (400, 422)
    assert not Delegation.objects.exists()


def test_a_late_request_is_warned_of_and_marked(town: Town, desk_of: Desks) -> None:
    code = town.received(clock.now() - timedelta(days=30))
    town.advance(town.counter, code, "hand_over", clock.now())
    specialist = desk_of(town.specialist)
    fields = form(specialist, code, "ask_supplement")
    asked = {"target": "paper:drawing", "missing:paper:drawing": "x", "until_on": "25/12/2099"}

    specialist.post(f"/desk/{code}/ask_supplement", fields | asked)

    assert "Yêu cầu muộn" in text(specialist.get(f"/desk/{code}"))


def test_work_at_night_is_said_in_the_history(town: Town, desk_of: Desks) -> None:
    code = town.received()
    town.advance(town.counter, code, "hand_over", vn("2026-07-04 21:00"))

    assert "ngoài giờ hành chính" in text(desk_of(town.specialist).get(f"/desk/{code}"))


def test_the_form_of_a_result_on_paper_is_only_for_those_who_may_record_it(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    asked = {
        actor: desk_of(actor).get(f"/desk/{code}/paper-first")
        for actor in (town.counter, town.leader, town.specialist)
    }
    refused = text(asked[town.specialist])

    assert [answer.status_code for answer in asked.values()] == [200, 200, 403]
    assert "multipart/form-data" not in refused and code not in refused
    assert DataUse.objects.filter(page="desk/paper_first_form").count() == 2


def test_there_is_no_such_form_before_the_dossier_is_accepted(town: Town, desk_of: Desks) -> None:
    submitted = town.submitted()

    answer = desk_of(town.counter).get(f"/desk/{submitted}/paper-first")

    assert answer.status_code == 409
    assert "multipart/form-data" not in text(answer)
