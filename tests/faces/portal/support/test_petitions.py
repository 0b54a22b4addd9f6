# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.redate_petition import redate_petition
from motcua.domains.support.acts.take_up import take_up
from motcua.domains.support.models import Petition
from motcua.domains.units import queries as units
from motcua.faces.design.formats import moment_vn
from motcua.faces.design.rendered import SHELF
from motcua.faces.portal import attempts
from motcua.kit import clock
from motcua.kit.access import SYSTEM
from tests.domains.dossiers.acts.test_redate import holiday
from tests.domains.support.conftest import Place, by
from tests.faces.portal.conftest import Browser, hidden, signed_in
from tests.faces.portal.support.conftest import file


def secret_on(answer: Any) -> str:
    found = re.search(r'<strong class="code">([A-Z2-9]{5} [A-Z2-9]{5})</strong>', text(answer))
    assert found
    return found[1]


def text(answer: Any) -> str:
    return str(answer.content.decode())


def only() -> Petition:
    return Petition.objects.get()


def tracked(guest: Browser, filed: Any) -> Any:
    sent = {"code": only().code.lower(), "secret": secret_on(filed)}
    return guest.post("/phan-anh/theo-doi", sent)


def answered(place: Place) -> str:
    """Answer the only petition, as the unit does."""
    code = only().code
    take_up(by=by(place.specialist, clock.now()), code=code)
    answer_petition(by=by(place.leader, clock.now()), code=code, answer="Đã thay bóng đèn.")
    return code


def test_a_guest_files_follows_rates_and_reopens(guest: Browser, place: Place) -> None:
    filed = file(guest, place)
    code = answered(place)

    page = tracked(guest, filed)
    sent = hidden(page)
    rated = guest.post(f"/phan-anh/{code}", {**sent, "act": "rate", "helped": "no"})
    again = {**hidden(rated), "act": "reopen", "words": "Đèn lại hỏng."}
    reopened = guest.post(f"/phan-anh/{code}", again)

    assert "Đã thay bóng đèn." in text(page)
    assert (rated.status_code, reopened.status_code) == (200, 200)
    assert only().state == "reopened"


def test_a_wrong_secret_a_wrong_code_and_an_address_alone_show_nothing(
    guest: Browser, place: Place
) -> None:
    file(guest, place)
    code = only().code

    wrong = guest.post("/phan-anh/theo-doi", {"code": code, "secret": "AAAAAAAAAA"})
    none = guest.post("/phan-anh/theo-doi", {"code": "PA-1\0", "secret": "AAAAAAAAAA"})
    bare = guest.get(f"/phan-anh/{code}")
    forged = guest.post(f"/phan-anh/{code}", {"proof": f"petition:{code}:x:y"})

    assert [one.status_code for one in (wrong, none, bare, forged)] == [404] * 4
    assert all("Đèn đường" not in text(one) for one in (wrong, none, bare, forged))


def test_guessing_ends_soon(guest: Browser, place: Place) -> None:
    file(guest, place)
    sent = {"code": only().code, "secret": "AAAAAAAAAA"}

    statuses = [guest.post("/phan-anh/theo-doi", sent).status_code for _ in range(7)]

    assert statuses[-1] == 429


def test_a_citizen_sees_their_own_and_nobody_elses(guest: Browser, place: Place) -> None:
    mine, other = signed_in(place.citizen), signed_in(place.stranger)
    file(mine, place)

    assert mine.get(f"/phan-anh/{only().code}").status_code == 200
    assert other.get(f"/phan-anh/{only().code}").status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"words": ""}, "Hãy ghi"),
        ({"words": "x" * 10_000}, "5000"),
        ({"kind": "<b>"}, "Hãy chọn"),
        ({"dossier": "abc"}, "mã hồ sơ"),
    ],
)
def test_a_form_with_faults_comes_back_as_it_was(
    guest: Browser, place: Place, changes: dict[str, str], words: str
) -> None:
    answer = file(guest, place, name="Lan <i>", **changes)

    assert answer.status_code == 422
    assert words in text(answer) and "Lan &lt;i&gt;" in text(answer)
    assert not Petition.objects.exists()


def test_not_knowing_the_office_is_no_obstacle(guest: Browser, place: Place) -> None:
    for unit in ("", "abc", "9" * 40, "²"):
        assert file(guest, place, unit=unit).status_code == 200

    assert len(set(Petition.objects.values_list("unit_id", flat=True))) == 1


def test_a_form_without_its_key_is_refused(guest: Browser, place: Place) -> None:
    assert file(guest, place, key="x").status_code == 400


def test_html_is_shown_as_text(guest: Browser, place: Place) -> None:
    filed = file(guest, place, words="<script>alert(1)</script> đèn hỏng")

    assert "&lt;script&gt;alert(1)" in text(tracked(guest, filed))


def test_published_answers_name_no_petitioner_and_no_official(guest: Browser, place: Place) -> None:
    file(guest, place, name="Nguyễn Thị Lan", phone="0912345678")
    code = answered(place)
    before = text(guest.get("/phan-anh"))
    publish_answer(
        by=by(place.leader, clock.now()), code=code, words="Đèn hỏng.", answer="Đã thay."
    )
    SHELF.clear()

    page = text(guest.get("/phan-anh"))

    assert "Đã thay." not in before and "Đã thay." in page
    assert not any(word in page for word in ("Thị Lan", "0912", place.leader.code, code))


def test_a_double_click_files_one(guest: Browser, place: Place) -> None:
    key = str(uuid4())

    first, second = file(guest, place, key=key), file(guest, place, key=key)

    assert Petition.objects.count() == 1
    assert secret_on(first) == secret_on(second)


def test_a_flood_from_one_connection_is_stopped(
    guest: Browser, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "MOST_FILED", 2)

    statuses = [file(guest, place).status_code for _ in range(3)]

    assert statuses == [200, 200, 429]
    assert Petition.objects.count() == 2


def test_the_petitioner_sees_the_moment_before_the_calendar_changed(
    guest: Browser, place: Place
) -> None:
    filed = file(guest, place)
    before = only().resolve_due_at
    day = clock.today() + timedelta(days=1)
    while not units.work_calendar().is_working(day):
        day += timedelta(days=1)
    holiday(day, at=clock.now())
    redate_petition(by=by(SYSTEM, clock.now()), code=only().code, event_id=7)

    page = text(tracked(guest, filed))

    assert only().resolve_due_at > before
    assert f"Thời hạn trước đó: {moment_vn(before)}" in page
