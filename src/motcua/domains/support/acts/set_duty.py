# SPDX-License-Identifier: Apache-2.0
"""Say who is on duty at a support point on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people import queries as people
from motcua.domains.support import points
from motcua.domains.support.models import PointDuty
from motcua.kit.commands import By
from motcua.kit.faults import Fault

MOST = 20


class NotOfThisUnit(Fault):
    """Only the unit's own people are put on duty."""

    sentence = gettext_lazy("Only people with a post in your unit on that day can be on duty.")


class DutyBackwards(Fault):
    """It ends before it begins."""

    sentence = gettext_lazy("A duty must end after it begins.")


class TooManyDuties(Fault):
    """More lines than a day has room for."""

    sentence = gettext_lazy("At most %(most)s duties a day can be stated.")


@dataclass(frozen=True, slots=True)
class Duty:
    """One official from one time of the day to another."""

    account_id: int
    starts: time
    ends: time


@transaction.atomic
def set_duty(*, by: By, point_id: int, on: date, duties: Sequence[Duty]) -> None:
    """Write the roster of one day, in place of what stood there; no line means nobody.

    Raises NotFound, NotPermitted, PastDate, PointClosed, NotOfThisUnit, DutyBackwards,
    TooManyDuties.
    """
    row = points.lock(point_id)
    post = points.must_run(by.actor, row.unit_id)
    _check(row.unit_id, points.from_today(on, by.at), duties)
    if on < row.valid_from or (row.valid_to is not None and on >= row.valid_to):
        raise points.PointClosed
    if not points.fresh(by, "set_duty", str(point_id)):
        return
    PointDuty.objects.filter(point=row, on=on).delete()
    PointDuty.objects.bulk_create(
        [
            PointDuty(
                point=row, on=on, starts=duty.starts, ends=duty.ends, account_id=duty.account_id
            )
            for duty in dict.fromkeys(duties)
        ]
    )
    facts: dict[str, object] = {
        "on": on.isoformat(),
        "duties": [[d.account_id, f"{d.starts:%H:%M}", f"{d.ends:%H:%M}"] for d in duties],
    }
    points.log(by, "set_duty", post, point_id, facts)


def _check(unit_id: int, on: date, duties: Sequence[Duty]) -> None:
    if len(duties) > MOST:
        raise TooManyDuties(most=MOST)
    if any(duty.ends <= duty.starts for duty in duties):
        raise DutyBackwards
    known = {card.account_id for card in people.holders(unit_id, on=on)}
    if any(duty.account_id not in known for duty in duties):
        raise NotOfThisUnit
