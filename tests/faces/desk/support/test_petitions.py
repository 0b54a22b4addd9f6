# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.support.acts.redate_petition import redate_petition
from motcua.domains.support.models import Petition
from motcua.kit import clock
from motcua.kit.access import SYSTEM
from motcua.kit.models import DataUse
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.dossiers.acts.test_redate import CHANGED_AT, holiday
from tests.domains.support.conftest import Place, by, place  # noqa: F401
from tests.faces.desk.conftest import Desks, text


def act(client: Client, code: str, verb: str, **fields: Any) -> Any:
    """Post an act as the page does."""
    return client.post(f"/desk/petitions/{code}", {"key": str(uuid4()), "act": verb, **fields})


def state(code: str) -> str:
    return Petition.objects.get(code=code).state


def test_a_unit_works_a_petition_through_its_screens(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code = place.filed(clock.now(), name="Nguyễn Thị Lan")
    specialist, leader = desk_of(place.specialist), desk_of(place.leader)

    first = specialist.get("/desk/petitions")
    taken = act(specialist, code, "take_up")
    answered = act(leader, code, "answer_petition", words="Đã thay bóng đèn.")
    personal = act(leader, code, "publish_answer", words="Bà Nguyễn Thị Lan", answer="Đã thay.")
    published = act(leader, code, "publish_answer", words="Đèn hỏng.", answer="Đã thay.")

    assert code in text(first)
    assert [one.status_code for one in (taken, answered, published)] == [303] * 3
    assert personal.status_code == 422 and "Nguyễn Thị Lan" in text(personal)
    assert state(code) == "published"


def test_the_due_come_first_and_the_overdue_stand_out(place: Place, desk_of: Desks) -> None:  # noqa: F811
    fresh, old = place.filed(clock.now()), place.filed()

    page = text(desk_of(place.specialist).get("/desk/petitions"))

    assert page.index(old) < page.index(fresh)
    assert page.count('<tr class="late">') == 1


def test_a_specialist_is_not_offered_what_a_leader_decides(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code = place.taken_up()
    specialist = desk_of(place.specialist)

    page = text(specialist.get(f"/desk/petitions/{code}"))
    forced = act(specialist, code, "answer_petition", words="Đã sửa.")

    assert 'value="answer_petition"' not in page and 'value="ask_petitioner"' in page
    assert forced.status_code == 403 and state(code) == "taken_up"


def test_other_units_find_nothing(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code = place.filed()
    other = desk_of(place.other_leader)

    assert code not in text(other.get("/desk/petitions?all=1"))
    assert other.get(f"/desk/petitions/{code}").status_code == 404
    assert act(other, code, "take_up").status_code == 404
    assert desk_of(place.admin).get("/desk/petitions").status_code == 403


def test_a_petition_passed_on_leaves_the_list(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code = place.filed()
    reason = {"unit": str(place.other_id), "words": "Của xã bên."}

    answer = act(desk_of(place.specialist), code, "transfer_petition", **reason)

    assert answer["Location"] == "/desk/petitions"
    assert code in text(desk_of(place.other_leader).get("/desk/petitions"))


def test_looking_at_it_is_written_down(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code = place.filed()

    desk_of(place.specialist).get(f"/desk/petitions/{code}")

    (line,) = DataUse.objects.filter(page="desk/petition")
    assert line.subjects == [code]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"words": "x" * 10_000}, 422), ({"words": ""}, 422), ({"key": "x"}, 400),
        ({"words": "Ở đâu?", "seen": "1"}, 409), ({"words": "Ở đâu?", "seen": "²"}, 400),
    ],
)  # fmt: skip
def test_bad_input_is_told(
    place: Place,  # noqa: F811
    desk_of: Desks,
    fields: dict[str, str],
    status: int,
) -> None:
    code = place.taken_up()

    answer = act(desk_of(place.specialist), code, "ask_petitioner", **fields)

    assert (answer.status_code, state(code)) == (status, "taken_up")


def test_html_is_shown_as_text(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code = place.filed(words="<script>alert(1)</script> đèn hỏng")

    page = text(desk_of(place.specialist).get(f"/desk/petitions/{code}"))

    assert "&lt;script&gt;" in page and "<script>alert" not in page


def test_the_history_shows_the_moment_before_the_calendar_changed(
    place: Place,  # noqa: F811
    desk_of: Desks,
) -> None:
    code = place.taken_up()
    holiday(date(2026, 7, 8))
    redate_petition(by=by(SYSTEM, CHANGED_AT), code=code, event_id=7)

    page = text(desk_of(place.specialist).get(f"/desk/petitions/{code}"))

    assert "Thời hạn được tính lại do lịch làm việc thay đổi" in page
    assert "Thời hạn trước đó: 10:00\xa024/07/2026" in page
    assert "10:00\xa027/07/2026" in page
