# SPDX-License-Identifier: Apache-2.0
"""What holds of every due moment, whatever the calendar, the limit and the pauses."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.rules.worktime import (
    VN,
    Limit,
    LimitUnit,
    OfficeHours,
    Pause,
    WorkCalendar,
    add_working_minutes,
    clip,
    due,
    extended_due,
    parse_limit,
    shown_due,
    working_minutes_between,
)
from motcua.rules.worktime.axis import place

DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 31))
WHOLE_DAY = OfficeHours(((time(8, 0), time(16, 30)),))
THREE_SPANS = OfficeHours(
    ((time(6, 30), time(9, 0)), (time(9, 15), time(11, 0)), (time(14, 0), time(18, 45)))
)
HOURS = st.sampled_from([WorkCalendar().hours, WHOLE_DAY, THREE_SPANS])
CALENDARS = st.builds(
    WorkCalendar,
    off=st.frozensets(DAYS, max_size=20),
    worked=st.frozensets(DAYS, max_size=10),
    hours=HOURS,
)
FIRST, LAST = datetime(2026, 1, 1), datetime(2026, 3, 20)  # noqa: DTZ001
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(VN))
SPANS = st.timedeltas(timedelta(0), timedelta(days=9))
COUNTED_IN_WORKING_TIME = st.one_of(
    st.builds(Limit, st.integers(1, 40), st.just(LimitUnit.WORKING_DAYS)),
    st.builds(Limit, st.integers(1, 99), st.just(LimitUnit.WORKING_HOURS)),
    st.just(parse_limit("same-day")),
)
COUNTED_ON_THE_CALENDAR = st.one_of(
    st.builds(Limit, st.integers(1, 60), st.just(LimitUnit.DAYS)),
    st.builds(Limit, st.integers(1, 6), st.just(LimitUnit.MONTHS)),
)
LIMITS = st.one_of(COUNTED_IN_WORKING_TIME, COUNTED_ON_THE_CALENDAR)


@st.composite
def paused(draw: st.DrawFn, received_at: datetime) -> list[Pause]:
    starts = draw(st.lists(SPANS, max_size=4))
    return [Pause(received_at + start, received_at + start + draw(SPANS)) for start in starts]


def is_working(moment: datetime, calendar: WorkCalendar) -> bool:
    return calendar.is_working(moment.date()) and any(
        opens <= moment.time() <= closes for opens, closes in calendar.hours.spans
    )


@given(CALENDARS, MOMENTS, LIMITS, st.data())
def test_a_due_moment_is_a_working_moment(
    calendar: WorkCalendar, received: datetime, limit: Limit, data: st.DataObject
) -> None:
    pauses = data.draw(paused(received))

    moment = due(received_at=received, limit=limit, calendar=calendar, pauses=pauses)

    assert is_working(moment, calendar)
    assert moment > received
    assert moment.utcoffset() == timedelta(hours=7)


@settings(max_examples=500)
@given(CALENDARS, MOMENTS, SPANS, COUNTED_IN_WORKING_TIME)
def test_a_later_receipt_is_never_due_earlier(
    calendar: WorkCalendar, received: datetime, later: timedelta, limit: Limit
) -> None:
    first = due(received_at=received, limit=limit, calendar=calendar)
    second = due(received_at=received + later, limit=limit, calendar=calendar)

    assert first <= second


@settings(max_examples=500)
@given(CALENDARS, MOMENTS, SPANS, COUNTED_ON_THE_CALENDAR)
def test_a_later_receipt_is_never_due_on_an_earlier_day(
    calendar: WorkCalendar, received: datetime, later: timedelta, limit: Limit
) -> None:
    first = due(received_at=received, limit=limit, calendar=calendar)
    second = due(received_at=received + later, limit=limit, calendar=calendar)

    assert first.date() <= second.date()


@given(CALENDARS, MOMENTS, LIMITS, SPANS, SPANS)
def test_a_pause_shifts_by_exactly_its_working_time(
    calendar: WorkCalendar, received: datetime, limit: Limit, start: timedelta, length: timedelta
) -> None:
    pause = Pause(received + start, received + start + length)

    plain = due(received_at=received, limit=limit, calendar=calendar)
    shifted = due(received_at=received, limit=limit, calendar=calendar, pauses=[pause])

    in_pause = place(pause.ended_at, calendar) - place(pause.began_at, calendar)
    assert place(shifted, calendar) - place(plain, calendar) == in_pause
    assert shifted >= plain


@given(CALENDARS, MOMENTS, LIMITS, SPANS)
def test_a_pause_without_length_changes_nothing(
    calendar: WorkCalendar, received: datetime, limit: Limit, start: timedelta
) -> None:
    pause = Pause(received + start, received + start)

    assert due(received_at=received, limit=limit, calendar=calendar, pauses=[pause]) == due(
        received_at=received, limit=limit, calendar=calendar
    )


@given(CALENDARS, MOMENTS, LIMITS, SPANS, SPANS, SPANS)
def test_cutting_a_pause_in_two_or_repeating_it_changes_nothing(
    calendar: WorkCalendar,
    received: datetime,
    limit: Limit,
    start: timedelta,
    first: timedelta,
    second: timedelta,
) -> None:
    began = received + start
    cut, ended = began + first, began + first + second
    whole = Pause(began, ended)

    moments = {
        due(received_at=received, limit=limit, calendar=calendar, pauses=pauses)
        for pauses in (
            [whole],
            [Pause(began, cut), Pause(cut, ended)],
            [Pause(cut, ended), Pause(began, cut)],
            [whole, whole, Pause(cut, ended)],
        )
    }

    assert len(moments) == 1


@given(CALENDARS, MOMENTS, LIMITS, st.data())
def test_the_zone_of_the_arguments_does_not_matter(
    calendar: WorkCalendar, received: datetime, limit: Limit, data: st.DataObject
) -> None:
    pauses = data.draw(paused(received))
    in_utc = [Pause(p.began_at.astimezone(UTC), p.ended_at.astimezone(UTC)) for p in pauses]

    assert due(
        received_at=received.astimezone(UTC), limit=limit, calendar=calendar, pauses=in_utc
    ) == due(received_at=received, limit=limit, calendar=calendar, pauses=pauses)


@given(CALENDARS, MOMENTS, SPANS, st.data())
def test_an_extension_forgets_the_pauses_before_it(
    calendar: WorkCalendar, granted: datetime, later: timedelta, data: st.DataObject
) -> None:
    before = [Pause(granted - timedelta(days=3), granted)]
    across = [Pause(granted - timedelta(days=3), granted + later)]
    target = granted + timedelta(days=5)

    plain = extended_due(extended_at=granted, extended_to=target, calendar=calendar, pauses=before)
    shifted = extended_due(
        extended_at=granted, extended_to=target, calendar=calendar, pauses=across
    )

    assert plain == clip(target, calendar)
    after = place(granted + later, calendar) - place(granted, calendar)
    assert place(shifted, calendar) - place(plain, calendar) == after


@given(CALENDARS, MOMENTS, st.integers(0, 5000))
def test_working_minutes_added_are_working_minutes_between(
    calendar: WorkCalendar, moment: datetime, minutes: int
) -> None:
    later = add_working_minutes(moment, minutes, calendar)

    assert working_minutes_between(moment, later, calendar) == minutes
    assert working_minutes_between(later, moment, calendar) == -minutes
    assert is_working(later, calendar)


@given(CALENDARS, MOMENTS, st.integers(0, 3 * 24 * 60))
def test_working_minutes_are_those_a_patient_clerk_counts(
    calendar: WorkCalendar, start: datetime, minutes: int
) -> None:
    start = start.replace(second=0, microsecond=0)
    ticks = (start + timedelta(minutes=tick) for tick in range(minutes))

    counted = sum(
        calendar.is_working(tick.date())
        and any(opens <= tick.time() < closes for opens, closes in calendar.hours.spans)
        for tick in ticks
    )

    assert working_minutes_between(start, start + timedelta(minutes=minutes), calendar) == counted


@given(CALENDARS)
def test_working_days_are_numbered_without_a_gap(calendar: WorkCalendar) -> None:
    first = date(2025, 12, 20).toordinal()
    days = [day for day in range(first, first + 130) if calendar.is_working(date.fromordinal(day))]
    numbers = [calendar.number(day) for day in days]

    assert numbers == list(range(numbers[0], numbers[0] + len(days)))
    assert [calendar.ordinal(number) for number in numbers] == days


@given(CALENDARS, MOMENTS, LIMITS)
def test_what_is_shown_is_the_same_working_time_and_never_later(
    calendar: WorkCalendar, received: datetime, limit: Limit
) -> None:
    moment = due(received_at=received, limit=limit, calendar=calendar)

    shown = shown_due(moment, calendar)

    assert shown <= moment
    assert place(shown, calendar) == place(moment, calendar)
