# SPDX-License-Identifier: Apache-2.0
"""One application for several procedures: its parts, where each stands, and the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from motcua.domains.dossiers import clocks
from motcua.domains.dossiers.case import holder_code
from motcua.domains.dossiers.keys import TRACKING
from motcua.domains.dossiers.linked import DECIDED, FAILED, is_owner
from motcua.domains.dossiers.models import Linkage, LinkedPart
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.kit import seal
from motcua.kit.access import Actor, ActorKind
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound
from motcua.rules.interlinking import Part, Standing, Whole, standing, whole
from motcua.rules.worktime import Verdict, verdict


@dataclass(frozen=True, slots=True)
class PartCard:
    """One part; without a dossier code it waits for the parts named."""

    place: int
    name: str
    version_id: int
    competent_unit_id: int
    waits_for: Sequence[str]
    dossier_id: int | None
    dossier_code: str | None
    status: int | None
    receiving_unit_id: int | None
    return_unit_id: int | None
    submitted_at: datetime | None
    received_at: datetime | None
    due_at: datetime | None
    queue_due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    result_paper_id: int | None


@dataclass(frozen=True, slots=True)
class LinkageCard:
    """The application as its page shows it."""

    id: int
    code: str
    version_id: int
    channel: int
    source: str
    account_id: int | None
    applicant_name: str
    receiving_unit_id: int
    submitted_at: datetime
    in_parts: bool
    parts: tuple[PartCard, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The parts with how each stands at a moment, and the whole."""

    parts: tuple[tuple[PartCard, Part], ...]
    whole: Whole


_HEAD = tuple(name for name in LinkageCard.__slots__ if name != "parts")
_OWN = ("place", "name", "version_id", "competent_unit_id", "waits_for", "dossier_id")
_OF_DOSSIER = tuple(
    f"dossier__{name.removeprefix('dossier_')}" for name in PartCard.__slots__ if name not in _OWN
)


def linkage(code: str) -> LinkageCard:
    """Return the linkage, whoever asks: the caller decides who may see it. Raises NotFound."""
    return _card(code=code)


def linkage_of(dossier_id: int) -> LinkageCard | None:
    """Return the linkage a dossier belongs to, if it does."""
    held = LinkedPart.objects.filter(dossier_id=dossier_id).values_list("linkage_id", flat=True)
    linkage_id = held.first()
    return None if linkage_id is None else _card(pk=linkage_id)


def _card(**where: object) -> LinkageCard:
    row = Linkage.objects.filter(**where).values_list(*_HEAD).first()
    if row is None:
        raise NotFound
    parts = LinkedPart.objects.filter(linkage_id=row[0]).order_by("place")
    return LinkageCard(
        *row, tuple(PartCard(*part) for part in parts.values_list(*_OWN, *_OF_DOSSIER))
    )


def exists(code: str) -> bool:
    """Say whether the code is that of a linkage."""
    return Linkage.objects.filter(code=code).exists()


def may_see(actor: Actor, shown: LinkageCard) -> bool:
    """Say whether the citizen owns the linkage; a representative's leave must reach its whole."""
    return is_owner(
        actor, account_id=shown.account_id, version_id=shown.version_id, code=shown.code
    )


def holder(*, code: str, secret: str) -> Actor:
    """Return the actor who proved to hold the receipt of a linkage. Raises NotFound."""
    fits = seal.fits(TRACKING, code, secret)
    if not (exists(code) and fits):
        raise NotFound
    return Actor(code=holder_code(code), name="", kind=ActorKind.GUEST)


class OwnLinkage(NamedTuple):
    """One of my applications for several procedures."""

    code: str
    version_id: int
    submitted_at: datetime
    source: str


def own_linkages(account_id: int, *, limit: int = 50) -> list[OwnLinkage]:
    """Return the newest linkages of an account."""
    rows = Linkage.objects.filter(account_id=account_id).order_by("-id")[:limit]
    return [OwnLinkage(*row) for row in rows.values_list(*OwnLinkage._fields)]


def overlooked(*, limit: int = 100) -> list[str]:
    """Return decided dossiers of linkages that still have waiting parts."""
    waiting = LinkedPart.objects.filter(dossier__isnull=True).values("linkage_id")
    decided = LinkedPart.objects.filter(linkage_id__in=waiting, dossier__status__in=DECIDED)
    return list(decided.order_by("linkage_id").values_list("dossier__code", flat=True)[:limit])


def judged(shown: LinkageCard, *, at: datetime) -> Judged:
    """Return how the parts and the whole stand at a moment; nothing of it is stored."""
    known: dict[str, Part] = {}
    for card in shown.parts:
        known[card.name] = _part(card, known, shown, at)
    parts = tuple((card, known[card.name]) for card in shown.parts)
    return Judged(parts, whole([part for _, part in parts]))


def _part(card: PartCard, known: Mapping[str, Part], of: LinkageCard, at: datetime) -> Part:
    if card.status is None:
        before = [known[name] for name in card.waits_for]
        if any(one.standing in (Standing.FAILED, Standing.BLOCKED) for one in before):
            return Part(Standing.BLOCKED, None)
        return Part(Standing.WAITING, _expected(card, of.channel, _latest(before)), True)
    state = standing(card.status, _verdict(card, at))
    if card.due_at is None and card.status not in FAILED:
        begins_at = card.queue_due_at or of.submitted_at
        return Part(state, _expected(card, of.channel, begins_at), True)
    return Part(state, card.due_at)


def _latest(before: Sequence[Part]) -> datetime | None:
    """Return the latest due moment of those waited for, None when one of them has none."""
    dues = [one.due_at for one in before]
    return None if None in dues else max(dues, default=None)


def _expected(card: PartCard, channel: int, begins_at: datetime | None) -> datetime | None:
    """Return when the part would be due if its clock began at that moment."""
    if begins_at is None:
        return None
    terms = procedures.version(card.version_id).terms.of(channel)
    limit = terms.on(begins_at.astimezone(VN).date())
    calendar = units.work_calendar(card.competent_unit_id)
    return clocks.due_at(
        received_at=begins_at.astimezone(VN), limit=limit, calendar=calendar, pauses=()
    )


def _verdict(card: PartCard, at: datetime) -> Verdict | None:
    """Return the verdict of the running clock: of the limit, or of the time reception may take."""
    begun, due_at = card.received_at, card.due_at
    if begun is None and card.status == 1:
        begun, due_at = card.submitted_at, card.queue_due_at
    if begun is None or due_at is None:
        return None
    calendar = units.work_calendar(card.competent_unit_id)
    return verdict(
        due_at=due_at, ended_at=card.ended_at, at=at, received_at=begun, calendar=calendar
    )
