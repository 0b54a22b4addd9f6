# SPDX-License-Identifier: Apache-2.0
"""Say how many windows a centre has and which lines people stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.counters.commands import begin, record
from motcua.domains.counters.models import (
    AT_A_WINDOW,
    Ticket,
    TicketLine,
    TicketState,
    Window,
)
from motcua.kit.access import ActorKind, NotPermitted, Role
from motcua.kit.commands import By
from motcua.kit.faults import Fault

MOST_WINDOWS = 40
LETTERS = "ABCDEFGH"


class ArrangementWrong(Fault):
    """No windows, too many, or a line without a name."""

    sentence = gettext_lazy(
        "Give 1 to 40 windows and at least one line, each with a name in Vietnamese and English."
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line's name in both languages."""

    title_vi: str
    title_en: str


@transaction.atomic
def arrange_counters(*, by: By, unit_id: int, windows: int, lines: Sequence[Line]) -> None:
    """Set the windows 1..n, each calling every line, and the lines A, B, C… of a centre.

    What is no longer used is closed, not deleted: its numbers stay in the day's record.
    Raises NotPermitted, ArrangementWrong.
    """
    post = by.actor.post(Role.UNIT_ADMIN, unit_id)
    if post is None and by.actor.kind is not ActorKind.SYSTEM:
        raise NotPermitted
    named = all(line.title_vi.strip() and line.title_en.strip() for line in lines)
    if not 1 <= windows <= MOST_WINDOWS or not 1 <= len(lines) <= len(LETTERS) or not named:
        raise ArrangementWrong
    if not begin(by, "arrange_counters", unit_id):
        return
    letters = LETTERS[: len(lines)]
    _set_lines(unit_id, dict(zip(letters, lines, strict=True)))
    _set_windows(unit_id, windows, letters)
    record(by, "arrange_counters", unit_id, post, windows=windows, lines=letters)


def _set_lines(unit_id: int, lines: dict[str, Line]) -> None:
    TicketLine.objects.filter(unit_id=unit_id).exclude(letter__in=lines).update(open=False)
    TicketLine.objects.bulk_create(
        [
            TicketLine(
                unit_id=unit_id, letter=letter, open=True,
                title_vi=line.title_vi.strip()[:80], title_en=line.title_en.strip()[:80],
            )
            for letter, line in lines.items()
        ],
        update_conflicts=True, unique_fields=["unit", "letter"],
        update_fields=["title_vi", "title_en", "open"],
    )  # fmt: skip


def _set_windows(unit_id: int, windows: int, letters: str) -> None:
    gone = Window.objects.filter(unit_id=unit_id, number__gt=windows)
    left = Ticket.objects.filter(window__in=gone, state__in=AT_A_WINDOW)
    left.update(state=TicketState.WAITING, window=None)
    gone.update(in_use=False, officer_code="", opened_at=None)
    Window.objects.bulk_create(
        [
            Window(unit_id=unit_id, number=number, lines=list(letters), in_use=True)
            for number in range(1, windows + 1)
        ],
        update_conflicts=True, unique_fields=["unit", "number"], update_fields=["lines", "in_use"],
    )  # fmt: skip
