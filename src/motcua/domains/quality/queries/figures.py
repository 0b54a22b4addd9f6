# SPDX-License-Identifier: Apache-2.0
"""Figures for the board, from counted days; never by counting all dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet, Sum

from motcua.domains.quality.models import DayCount, DossierFact, PetitionFact
from motcua.kit.clock import VN

COLUMNS = ("submitted", "received", "ended", "ended_on_time", "returned")


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened in a span of days."""

    submitted: int
    received: int
    ended: int
    ended_on_time: int
    returned: int


def figures(*, first: date, last: date, unit_id: int | None = None) -> Figures:
    """Return the sums from `first` to `last`, both included, of one unit or of the province."""
    rows = DayCount.objects.filter(on__gte=first, on__lte=last)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    sums = rows.aggregate(**{name: Sum(name, default=0) for name in COLUMNS})
    return Figures(**sums)


def by_unit(*, first: date, last: date) -> dict[int, Figures]:
    """Return the same sums unit by unit."""
    rows = DayCount.objects.filter(on__gte=first, on__lte=last).values("unit_id")
    sums = rows.annotate(**{name: Sum(name, default=0) for name in COLUMNS})
    return {row.pop("unit_id"): Figures(**{n: row[n] for n in COLUMNS}) for row in sums}


def by_day(*, first: date, last: date) -> dict[date, Figures]:
    """Return the sums of the province day by day; days without a count are left out."""
    rows = DayCount.objects.filter(on__gte=first, on__lte=last).values("on")
    sums = rows.annotate(**{name: Sum(name, default=0) for name in COLUMNS})
    return {row.pop("on"): Figures(**{n: row[n] for n in COLUMNS}) for row in sums}


@dataclass(frozen=True, slots=True)
class PetitionFigures:
    """Numerators and denominator of indicators 5.2 and 5.3; each petition counts once."""

    petitions: int
    on_time: int
    satisfied: int

    @property
    def share_on_time(self) -> float:
        """Indicator 5.2; whole when there was no petition, as the national portal counts."""
        return self.on_time / self.petitions if self.petitions else 1.0

    @property
    def share_satisfied(self) -> float:
        """Indicator 5.3; whole when there was no petition."""
        return self.satisfied / self.petitions if self.petitions else 1.0


def petition_figures(
    *, first_at: datetime, last_at: datetime, unit_id: int | None = None
) -> PetitionFigures:
    """Return the figures of the petitions filed from `first_at` up to before `last_at`.

    In time: no clock was missed, and an open one is not past its due moment at `last_at`.
    Satisfied: all but those disliked, out of time or repeated. Source: Decision 766, 5.2, 5.3.
    """
    rows = PetitionFact.objects.filter(filed_at__gte=first_at, filed_at__lt=last_at)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    timely = _timely(rows, last_at)
    pleased = timely.exclude(satisfied=False).filter(repeated=False)
    return PetitionFigures(rows.count(), timely.count(), pleased.count())


def _timely(rows: QuerySet[PetitionFact], at: datetime) -> QuerySet[PetitionFact]:
    done = Q(national_class="done")
    return rows.filter(done | Q(resolve_due_at__gte=at), late=False)


def received_codes(unit_id: int, *, first: date, last: date, limit: int) -> list[str]:
    """Return the codes of the dossiers of a unit received from `first` to `last`, newest first."""
    rows = DossierFact.objects.filter(
        competent_unit_id=unit_id,
        received_at__gte=datetime.combine(first, time(), VN),
        received_at__lt=datetime.combine(last + timedelta(days=1), time(), VN),
    )
    return list(rows.order_by("-received_at").values_list("dossier_code", flat=True)[:limit])
