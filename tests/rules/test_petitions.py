# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from motcua.rules import petitions
from motcua.rules.petitions import PetitionError, PetitionState, Timing
from motcua.rules.worktime import Pause, WorkCalendar
from tests.builders import vn

NATIONAL = Path(__file__).parents[2] / "data" / "catalogue" / "petition_states.csv"
CALENDAR = WorkCalendar(off=frozenset({date(2026, 11, 24)}))
FRIDAY = vn("2026-11-20 10:00")


def test_the_legal_clocks_count_working_days_from_the_filing() -> None:
    found = petitions.dues(Timing(FRIDAY, FRIDAY), CALENDAR)

    assert found.pass_on == vn("2026-11-25 10:00")  # 24 November is a day off
    assert found.ask == vn("2026-11-30 10:00")
    assert found.resolve == vn("2026-12-14 10:00")
    assert found.publish is None


def test_publishing_counts_from_the_answer() -> None:
    answered = vn("2026-11-26 16:00")

    found = petitions.dues(Timing(FRIDAY, FRIDAY, answered_at=answered), CALENDAR)

    assert found.publish == vn("2026-11-30 16:00")


def test_a_transfer_gives_the_new_unit_its_two_days_but_the_petitioner_waits_no_longer() -> None:
    whole = petitions.dues(Timing(FRIDAY, FRIDAY), CALENDAR)

    passed = petitions.dues(Timing(FRIDAY, vn("2026-11-23 10:00")), CALENDAR)

    assert passed.pass_on == vn("2026-11-26 10:00")
    assert passed.resolve == whole.resolve


def test_time_in_which_the_petitioner_was_asked_is_not_counted() -> None:
    pause = Pause(vn("2026-11-23 10:00"), vn("2026-11-26 10:00"))

    found = petitions.dues(Timing(FRIDAY, FRIDAY, (pause,)), CALENDAR)

    assert found.resolve == vn("2026-12-16 10:00")


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("filed", "pass_on"), ("taken_up", "resolve"), ("supplied", "resolve"),
        ("reopened", "resolve"), ("answered", "publish"),
    ],
)  # fmt: skip
def test_the_next_due_moment_is_that_of_the_state(state: str, name: str) -> None:
    of = petitions.dues(Timing(FRIDAY, FRIDAY, answered_at=FRIDAY), CALENDAR)

    assert petitions.next_due(PetitionState(state), of) == getattr(of, name)


@pytest.mark.parametrize("state", ["asked", "refused", "published"])
def test_nothing_is_due_while_the_petitioner_or_nobody_is_waited_for(state: str) -> None:
    of = petitions.dues(Timing(FRIDAY, FRIDAY, answered_at=FRIDAY), CALENDAR)

    assert petitions.next_due(PetitionState(state), of) is None


def test_a_petition_that_arrives_late_in_its_life_is_due_when_the_whole_is() -> None:
    of = petitions.dues(Timing(FRIDAY, vn("2026-12-14 09:00")), CALENDAR)

    assert petitions.next_due(PetitionState.FILED, of) == vn("2026-12-14 10:00")


@pytest.mark.parametrize(
    ("state", "moved"),
    [
        ("filed", {"pass_on", "ask", "resolve"}), ("taken_up", {"pass_on", "ask", "resolve"}),
        ("asked", {"pass_on", "ask", "resolve"}), ("reopened", {"pass_on", "ask", "resolve"}),
        ("answered", {"publish"}), ("published", set()), ("refused", set()),
    ],
)  # fmt: skip
def test_another_calendar_moves_what_can_still_be_kept(state: str, moved: set[str]) -> None:
    timing = Timing(FRIDAY, FRIDAY, answered_at=FRIDAY)
    promised, counted = (
        petitions.dues(timing, calendar) for calendar in (WorkCalendar(), CALENDAR)
    )

    found = petitions.redated(PetitionState(state), promised, counted, FRIDAY)

    names = ("pass_on", "ask", "resolve", "publish")
    assert {name for name in names if getattr(found, name) != getattr(promised, name)} == moved
    assert all(getattr(found, name) == getattr(counted, name) for name in moved)


def test_no_moment_is_moved_to_one_that_has_passed() -> None:
    promised, counted = (
        petitions.dues(Timing(FRIDAY, FRIDAY), calendar) for calendar in (CALENDAR, WorkCalendar())
    )

    found = petitions.redated(PetitionState.FILED, promised, counted, vn("2026-11-24 10:01"))

    assert found.pass_on == promised.pass_on == vn("2026-11-25 10:00")
    assert found.ask == counted.ask == vn("2026-11-27 10:00")


@pytest.mark.parametrize("move", sorted(petitions.MOVES))
@pytest.mark.parametrize("state", list(PetitionState))
def test_a_move_leads_on_or_is_refused_as_the_table_says(state: PetitionState, move: str) -> None:
    before, after = petitions.MOVES[move]

    if state in before:
        assert petitions.moved(state, move) is after
        assert move in petitions.allowed(state)
    else:
        with pytest.raises(PetitionError):
            petitions.moved(state, move)


def test_every_state_has_a_title_and_a_place_in_the_national_list() -> None:
    with NATIONAL.open(encoding="utf-8", newline="") as stream:
        known = {(row["class"], row["name_vi"]) for row in csv.DictReader(stream)}

    assert set(petitions.STATE_TITLES) == set(petitions.NATIONAL) == set(PetitionState)
    assert set(petitions.NATIONAL.values()) <= known


@pytest.mark.parametrize(
    ("at", "open_"), [(vn("2026-12-05 10:00"), True), (vn("2026-12-05 10:01"), False)]
)
def test_reopening_ends_with_the_fifteenth_day(at: datetime, open_: bool) -> None:
    assert petitions.may_reopen(FRIDAY, at) is open_


@pytest.mark.parametrize(
    "text",
    ["CCCD 027190012345", "gọi 0912 345 678", "+84912345678", "lan@example.vn", "CMND 125123456"],
)
def test_what_points_at_a_person_is_found(text: str) -> None:
    assert petitions.personal_marks(text)


@pytest.mark.parametrize(
    "text",
    ["Đường Nguyễn Trãi, tổ 12, lúc 10:30 ngày 03/07/2026", "H05.43-260703-0001", "1.013225"],
)
def test_dates_codes_and_addresses_are_not_taken_for_persons(text: str) -> None:
    assert petitions.personal_marks(text) == ()
