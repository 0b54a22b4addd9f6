# SPDX-License-Identifier: Apache-2.0
"""Move the due date once, before it passes, with an apology."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import required
from motcua.domains.dossiers.events import DossierExtended
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.reasons import stated
from motcua.kit.access import Role
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.rules.workflow import Clock, clock
from motcua.rules.worktime import clip

NOTICE: Final = timedelta(days=1)


class ExtendedBefore(Fault):
    """One extension is all there is."""

    status = 409
    sentence = gettext_lazy("The due date was already moved once.")


class TooLateToExtend(Fault):
    """The apology must come before the due date."""

    status = 409
    sentence = gettext_lazy("The due date has passed; it can no longer be moved.")


class NewDateWrong(Fault):
    """The new date must lie after the old one, in working time."""

    sentence = gettext_lazy("Choose a new moment in working time, later than the present due date.")


@ledger.act
def extend(*, by: By, code: str, to: datetime, reason: str) -> Outcome:
    """Set a new due moment; the leader of the competent unit answers for it.

    Raises NotPermitted, NotAllowedNow, ExtendedBefore, TooLateToExtend, NewDateWrong.
    An apology on the last day before the due date is sent all the same, and marked late.
    Emits: DossierExtended. Source: Decree 118/2025/NĐ-CP, one extension with apology, at least
    one day before the due date (recalled).
    """
    case = ledger.lock(code, by)
    post = required(by.actor.post(Role.LEADER, case.competent_unit_id))
    runs = clock(case.version.workflow, case.position) is Clock.RUNNING and case.ended_at is None
    if not runs or case.due_at is None:
        raise NotAllowedNow
    if case.extension:
        raise ExtendedBefore
    if by.at >= case.due_at:
        raise TooLateToExtend
    if to <= case.due_at or clip(to, case.calendar) != to:
        raise NewDateWrong
    moved = replace(case, extension={"at": by.at.isoformat(), "to": to.isoformat()})
    return ledger.write(
        case, ledger.with_dues(moved), by=by, act="extend", event=DossierExtended, post=post,
        payload={"to": to.isoformat(), "reason": stated(reason), **_marks(case.due_at, by.at)},
    )  # fmt: skip


def _marks(due_at: datetime, at: datetime) -> dict[str, bool]:
    return {"late": True} if at > due_at - NOTICE else {}
