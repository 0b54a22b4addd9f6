# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from motcua.kit import events, relay
from motcua.kit.models import OutboxEvent, OutboxState

AT = datetime(2026, 7, 3, 3, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True, kw_only=True)
class Knocked(events.Event):
    times: int = 1


def knock(subject: str, times: int = 1) -> None:
    events.emit(Knocked(subject=subject, at=AT, actor_code="x", times=times))


def test_handlers_hear_events_in_order_and_only_once() -> None:
    heard: list[tuple[str, int]] = []
    wiring = relay.Wiring(
        {"Knocked": (lambda told: heard.extend((t.subject, t.payload["times"]) for t in told),)}
    )
    for number in range(3):
        knock("a", number)

    first, second = relay.turn(wiring, at=AT), relay.turn(wiring, at=AT)

    assert (first, second) == (3, 0)
    assert heard == [("a", 0), ("a", 1), ("a", 2)]


def test_folders_get_the_whole_batch() -> None:
    batches: list[int] = []
    knock("a")
    knock("b")

    relay.turn(relay.Wiring({}, (lambda told: batches.append(len(told)),)), at=AT)

    assert batches == [2]


def test_a_handler_hears_only_its_topics() -> None:
    heard: list[int] = []
    knock("a")

    relay.turn(relay.Wiring({"Rang": (lambda told: heard.append(len(told)),)}), at=AT)

    assert heard == []


def test_an_event_of_a_rolled_back_act_is_never_told() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        knock("a")
        raise RuntimeError

    assert relay.turn(relay.Wiring({}), at=AT) == 0


def failing_on(subject: str, heard: list[tuple[str, int]]) -> relay.Wiring:
    def handler(told: Sequence[relay.Told]) -> None:
        if any(event.subject == subject for event in told):
            raise ValueError
        heard.extend((event.subject, event.payload["times"]) for event in told)

    return relay.Wiring({"Knocked": (handler,)})


def test_a_failing_subject_is_held_back_and_others_go_on() -> None:
    heard: list[tuple[str, int]] = []
    knock("bad", 1)
    knock("good", 1)
    knock("bad", 2)

    told = relay.turn(failing_on("bad", heard), at=AT)

    assert (told, heard) == (1, [("good", 1)])
    assert OutboxEvent.objects.filter(state=OutboxState.NEW, subject="bad").count() == 2


def test_a_held_subject_keeps_its_order_after_recovery() -> None:
    heard: list[tuple[str, int]] = []
    knock("bad", 1)
    knock("bad", 2)
    relay.turn(failing_on("bad", heard), at=AT)

    too_early = relay.turn(failing_on("", heard), at=AT + timedelta(seconds=1))
    later = relay.turn(failing_on("", heard), at=AT + timedelta(seconds=3))

    assert (too_early, later) == (0, 2)
    assert heard == [("bad", 1), ("bad", 2)]


def test_an_event_that_always_fails_is_laid_aside_and_the_next_one_told() -> None:
    heard: list[tuple[str, int]] = []
    knock("bad", 1)
    at = AT
    for _ in range(relay.ATTEMPTS):
        relay.turn(failing_on("bad", heard), at=at)
        at += timedelta(hours=1)

    row = OutboxEvent.objects.get()

    assert (row.state, row.error) == (OutboxState.DEAD, "ValueError")


def test_what_a_failing_handler_wrote_is_undone() -> None:
    def handler(told: Sequence[relay.Told]) -> None:
        knock("from handler")
        raise ValueError

    knock("a")
    relay.turn(relay.Wiring({"Knocked": (handler,)}), at=AT)

    assert list(OutboxEvent.objects.values_list("subject", flat=True)) == ["a"]


def test_dotted_paths_become_callables() -> None:
    wiring = relay.wired({"Knocked": ["motcua.kit.audit:canonical"]}, ["motcua.kit.audit:link"])

    assert wiring.handlers["Knocked"][0]({"b": 1}) == '{"b":1}'
    assert len(wiring.folders) == 1
