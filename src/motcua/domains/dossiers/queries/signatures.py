# SPDX-License-Identifier: Apache-2.0
"""Who has to sign a draft and who has, and what an invited person is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from motcua.domains.dossiers import signing
from motcua.domains.dossiers.models import CoSignature, Draft
from motcua.domains.dossiers.models.co_signature import SigningState
from motcua.domains.people import queries as people
from motcua.domains.procedures import queries as procedures
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signer; `state` is filler, open, invited, confirmed or declined."""

    name: str
    title: Mapping[str, str]
    full_name: str
    state: str
    code: str
    way: str
    reason: str
    answered_at: datetime | None

    @property
    def is_done(self) -> bool:
        """Whether nothing more is awaited of this person."""
        return self.state in ("filler", SigningState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An invitation that waits for somebody's answer."""

    code: str
    version_id: int
    filler_name: str
    invited_at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invited person reads: the whole application and who filled it in.

    `seen` is the fingerprint of this content; confirming it confirms nothing else.
    """

    code: str
    title: Mapping[str, str]
    full_name: str
    state: str
    reason: str
    answered_at: datetime | None
    filler_name: str
    filler_code: str
    draft_id: int
    version_id: int
    competent_unit_id: int | None
    answers: Mapping[str, Any]
    dossier_code: str
    seen: str


class SignedRow(NamedTuple):
    """A submitted dossier that somebody signed for another; where it stands, not what it says."""

    code: str
    version_id: int
    status: int
    submitted_at: datetime
    due_at: datetime | None


def of_draft(draft_id: int, filler: Actor | None) -> tuple[SignatureLine, ...]:
    """Return the signers of a draft in the order of the procedure; () where nobody else signs."""
    draft = Draft.objects.filter(pk=draft_id).first()
    return tuple(_lines(draft, filler)) if draft is not None else ()


def _lines(draft: Draft, filler: Actor | None) -> Iterator[SignatureLine]:
    wanted = signing.awaited(draft, filler)
    if not wanted:
        return
    rows = {row.signer: row for row in CoSignature.objects.filter(draft=draft)}
    now = signing.fingerprint(draft)
    for one in wanted:
        row = rows.get(one.signer.name)
        if row is not None and row.personal_id != one.personal_id:
            row = None
        yield SignatureLine(
            name=one.signer.name,
            title=one.signer.title,
            full_name=one.full_name,
            state="filler" if one.is_filler else _state(row, now),
            code=row.code if row else "",
            way=row.way if row else "",
            reason=row.reason if row else "",
            answered_at=row.answered_at if row else None,
        )


def _state(row: CoSignature | None, now: str) -> str:
    if row is None:
        return "open"
    stale = row.state == SigningState.CONFIRMED and row.content_sha256 != now
    return SigningState.INVITED.value if stale else row.state


def of_dossier(dossier_id: int) -> tuple[tuple[str, str, datetime | None], ...]:
    """Return name, way and moment of every signature given before the dossier was submitted."""
    rows = CoSignature.objects.filter(dossier_id=dossier_id, state=SigningState.CONFIRMED)
    return tuple(rows.order_by("id").values_list("full_name", "way", "answered_at"))


def waiting_for(personal_id: str, at: datetime) -> tuple[Waiting, ...]:
    """Return the invitations that wait for the person with this number, the newest first."""
    if not personal_id:
        return ()
    rows = CoSignature.objects.filter(
        personal_id=personal_id, state=SigningState.INVITED, draft__dossier_code="",
        draft__expires_at__gt=at,
    )  # fmt: skip
    found = rows.order_by("-id").values_list(
        "code", "draft__version_id", "draft__account__full_name", "invited_at"
    )[:50]
    return tuple(Waiting(*row) for row in found)


def signed_by(personal_id: str) -> tuple[SignedRow, ...]:
    """Return where the newest dossiers stand that the person with this number has signed."""
    if not personal_id:
        return ()
    rows = CoSignature.objects.filter(
        personal_id=personal_id, state=SigningState.CONFIRMED, dossier__isnull=False
    )
    wanted = [f"dossier__{name}" for name in SignedRow._fields]
    return tuple(SignedRow(*row) for row in rows.order_by("-id").values_list(*wanted)[:50])


def personal_id_of(actor: Actor) -> str:
    """Return the personal number of the citizen who really acts, "" for others."""
    return signing.personal_id_of(actor)


def invitation(code: str, personal_id: str, at: datetime) -> Invitation:
    """Return an invitation to the person it is for. Raises NotFound for everybody else."""
    rows = CoSignature.objects.select_related("draft")
    row = rows.filter(code=code, personal_id=personal_id, draft__expires_at__gt=at).first()
    if row is None or not personal_id:
        raise NotFound
    draft, filler = row.draft, people.account(row.draft.account_id)
    signers = procedures.version(draft.version_id).signers
    title = next((one.title for one in signers if one.name == row.signer), {"vi": row.signer})
    return Invitation(
        code=row.code,
        title=title,
        full_name=row.full_name,
        state=row.state if draft.dossier_code else _state(row, signing.fingerprint(draft)),
        reason=row.reason,
        answered_at=row.answered_at,
        filler_name=filler.full_name,
        filler_code=filler.code,
        draft_id=draft.pk,
        version_id=draft.version_id,
        competent_unit_id=draft.competent_unit_id,
        answers=draft.answers,
        dossier_code=draft.dossier_code,
        seen=signing.fingerprint(draft),
    )
