# SPDX-License-Identifier: Apache-2.0
"""Petitions as the unit, the petitioner and the public see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from motcua.domains.support import commands
from motcua.domains.support.ledger import SECRET
from motcua.domains.support.models import Petition, PetitionStep
from motcua.domains.vault import queries as vault
from motcua.kit import seal
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from motcua.rules.petitions import PetitionState, allowed, may_reopen

A_PAGE = 50
WITH_PETITIONER = frozenset({"supply", "reopen_petition"})
ENDED = (PetitionState.REFUSED, PetitionState.ANSWERED, PetitionState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class PetitionRow:
    """A line of the unit's list; `words` are the first of them."""

    code: str
    kind: str
    state: str
    words: str
    unit_id: int
    filed_at: datetime
    due_at: datetime | None
    late: bool
    reopened: int
    source: str


@dataclass(frozen=True, slots=True)
class PetitionCard:
    """One petition; `dues` are its legal moments, `photo` a paper of the vault or None."""

    code: str
    kind: str
    state: str
    words: str
    place: str
    dossier_code: str
    unit_id: int
    account_id: int | None
    petitioner_name: str
    petitioner_phone: str
    petitioner_email: str
    source: str
    filed_at: datetime
    due_at: datetime | None
    resolve_due_at: datetime
    answered_at: datetime | None
    published_at: datetime | None
    late: bool
    reopened: int
    satisfied: bool | None
    public_words: str
    public_answer: str
    chain_seq: int
    photo_id: int | None

    @property
    def moves(self) -> tuple[str, ...]:
        """The steps of the unit that are possible now."""
        possible = allowed(PetitionState(self.state))
        return tuple(move for move in possible if move not in WITH_PETITIONER)

    def may_rate(self) -> bool:
        """Say whether the petitioner may still say if the answer helped."""
        return self.satisfied is None and self.state in ENDED

    def may_reopen(self, at: datetime) -> bool:
        """Say whether the petitioner may still reopen it."""
        ended = self.state in ENDED and self.answered_at is not None
        return ended and may_reopen(self.answered_at, at)


@dataclass(frozen=True, slots=True)
class StepLine:
    """A line of the history; `was_due_at` is the due moment before this step moved it."""

    act: str
    at: datetime
    unit_id: int
    by_petitioner: bool
    text: str
    was_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A published answer, free of personal data."""

    code: str
    kind: str
    public_words: str
    public_answer: str
    unit_id: int
    filed_at: datetime
    answered_at: datetime
    published_at: datetime
    source: str


def inbox(unit_ids: Sequence[int], *, everything: bool = False) -> tuple[PetitionRow, ...]:
    """Return the petitions that the units must move on, due first; or the newest of all."""
    rows = Petition.objects.filter(unit_id__in=unit_ids)
    if everything:
        rows = rows.order_by("-id")
    else:
        rows = rows.exclude(due_at=None).order_by(F("due_at").asc(), "id")
    return tuple(PetitionRow(*row) for row in rows.values_list(*PetitionRow.__slots__)[:A_PAGE])


def card(code: str) -> PetitionCard:
    """Return one petition; who may see it is the caller's question. Raises NotFound."""
    row = Petition.objects.filter(code=code).values_list(*PetitionCard.__slots__).first()
    if row is None:
        raise NotFound
    return PetitionCard(*row)


def is_of(actor: Actor, shown: PetitionCard) -> bool:
    """Say whether the actor filed it."""
    return commands.owns(actor, shown.account_id, SECRET, shown.code)


def handles(actor: Actor, shown: PetitionCard) -> bool:
    """Say whether a post of the actor's lets them see it at the desk."""
    return any(actor.post(role, shown.unit_id) for role in commands.HANDLERS)


def decides(actor: Actor, shown: PetitionCard) -> bool:
    """Say whether a post of the actor's lets them refuse, answer and publish."""
    return any(actor.post(role, shown.unit_id) for role in commands.DECIDERS)


def history(code: str) -> tuple[StepLine, ...]:
    """Return what happened, oldest first."""
    rows = PetitionStep.objects.filter(petition__code=code).order_by("id")
    return tuple(StepLine(*row) for row in rows.values_list(*StepLine.__slots__))


def photo(shown: PetitionCard) -> vault.PaperCard | None:
    """Return the picture that came with it."""
    return vault.papers(id=shown.photo_id)[0] if shown.photo_id else None


def secret_of(code: str) -> str:
    """Return the secret that opens a petition together with its code."""
    return seal.secret_of(SECRET, code)


def holder(*, code: str, secret: str) -> Actor:
    """Return the actor who knows code and secret. Raises NotFound for any wrong pair."""
    exists = Petition.objects.filter(code=code).exists()
    return commands.holder(SECRET, code, secret, exists=exists)


def own(account_id: int) -> tuple[PetitionRow, ...]:
    """Return the newest petitions of an account."""
    rows = Petition.objects.filter(account_id=account_id).order_by("-id")
    return tuple(PetitionRow(*row) for row in rows.values_list(*PetitionRow.__slots__)[:A_PAGE])


def published(*, unit_id: int | None = None, limit: int = A_PAGE) -> tuple[PublicLine, ...]:
    """Return the newest published answers, of one unit or of all."""
    rows = Petition.objects.filter(state=PetitionState.PUBLISHED)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    newest = rows.order_by("-published_at", "-id").values_list(*PublicLine.__slots__)
    return tuple(PublicLine(*row) for row in newest[:limit])
