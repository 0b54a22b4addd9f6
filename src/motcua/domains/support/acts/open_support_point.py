# SPDX-License-Identifier: Apache-2.0
"""Open a support point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.support import points
from motcua.domains.support.models import PointHours, SupportPoint
from motcua.domains.support.wording import optional, stated
from motcua.domains.units import queries as units
from motcua.kit import idempotency
from motcua.kit.commands import By
from motcua.kit.copying import next_ids
from motcua.kit.faults import Fault
from motcua.rules.words import sort_key


class CommuneUnknown(Fault):
    """No such commune."""

    sentence = gettext_lazy("Choose the commune or ward.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPoint:
    """A support point as it shall be; `days` are opening hours by ISO weekday, 1 to 7."""

    unit_id: int
    name: str
    address: str
    commune_code: str
    phone: str
    days: Mapping[int, str]
    valid_from: date
    hamlet: str = ""


@transaction.atomic
def open_support_point(*, by: By, point: NewPoint) -> int:
    """Return the id of the point; the same key gives the same one.

    Raises NotPermitted, CommuneUnknown, PastDate, HoursUnreadable, NoHours, the faults of wording.
    """
    post = points.must_run(by.actor, point.unit_id)
    days = points.week(point.days)
    if units.commune(point.commune_code) is None:
        raise CommuneUnknown
    name = stated(point.name, longest=200)
    (pk,) = next_ids(SupportPoint._meta.db_table, 1)
    if not points.fresh(by, "open_support_point", str(pk), made=True):
        return int(idempotency.subject_of(by.key) or 0)
    row = SupportPoint.objects.create(
        pk=pk, name=name, address=stated(point.address, longest=300),
        hamlet=optional(point.hamlet, longest=120, lines=False), commune_id=point.commune_code,
        unit_id=point.unit_id, phone=stated(point.phone, longest=20), sort_key=sort_key(name),
        source="synthetic" if settings.DEMO else "real",
        valid_from=points.from_today(point.valid_from, by.at),
    )  # fmt: skip
    PointHours.objects.create(point=row, days=days, valid_from=row.valid_from)
    facts = {"unit": point.unit_id, "from": row.valid_from.isoformat(), "days": days}
    points.log(by, "open_support_point", post, pk, facts)
    return pk
