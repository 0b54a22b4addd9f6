# SPDX-License-Identifier: Apache-2.0
"""Who has to sign a draft and who has, and what an invited person is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q

from motcua.domains.dossiers import signing
from motcua.domains.dossiers.models import CoSignature, Draft, SupplementRequest
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

    `seen` is the fingerprint of this content; confirming it confirms nothing else. Once it was
    submitted, `is_readable` only for who signed exactly this content: then it is their copy, and
    `completed_at` says when the applicant changed the dossier afterwards, asked by the office.
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
    way: str
    is_readable: bool
    completed_at: tuple[datetime, ...]


class SignedRow(NamedTuple):
    """A submitted dossier that somebody signed for another; `invitation` opens their copy."""

    code: str
    version_id: int
    status: int
    submitted_at: datetime
    due_at: datetime | None
    invitation: str


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
    found = rows.order_by("-id").select_related("draft", "draft__account")[:50]
    return tuple(
        Waiting(row.code, row.draft.version_id, row.draft.account.full_name, row.invited_at)
        for row in found
        if _is_named(row)
    )


def signed_by(personal_id: str) -> tuple[SignedRow, ...]:
    """Return where the newest dossiers stand that the person with this number has signed."""
    if not personal_id:
        return ()
    rows = CoSignature.objects.filter(
        personal_id=personal_id, state=SigningState.CONFIRMED, dossier__isnull=False
    )
    wanted = [*(f"dossier__{name}" for name in SignedRow._fields[:-1]), "code"]
    return tuple(SignedRow(*row) for row in rows.order_by("-id").values_list(*wanted)[:50])


def personal_id_of(actor: Actor) -> str:
    """Return the personal number of the citizen who really acts, "" for others."""
    return signing.personal_id_of(actor)


def invitation(code: str, personal_id: str, at: datetime) -> Invitation:
    """Return an invitation to the person it is for. Raises NotFound for everybody else.

    Whom a changed application no longer names is not that person any more.
    """
    rows = CoSignature.objects.select_related("draft")
    held = Q(draft__expires_at__gt=at) | Q(draft__dossier_code__gt="")
    row = rows.filter(held, code=code, personal_id=personal_id).first()
    if row is None or not personal_id or not (row.draft.dossier_code or _is_named(row)):
        raise NotFound
    draft, filler = row.draft, people.account(row.draft.account_id)
    seen = signing.fingerprint(draft)
    is_readable = not draft.dossier_code or _is_copy(row, seen)
    signers = procedures.version(draft.version_id).signers
    title = next((one.title for one in signers if one.name == row.signer), {"vi": row.signer})
    return Invitation(
        code=row.code,
        title=title,
        full_name=row.full_name,
        state=row.state if draft.dossier_code else _state(row, seen),
        reason=row.reason,
        answered_at=row.answered_at,
        filler_name=filler.full_name,
        filler_code=filler.code,
        draft_id=draft.pk,
        version_id=draft.version_id,
        competent_unit_id=draft.competent_unit_id,
        answers=draft.answers if is_readable else {},
        dossier_code=draft.dossier_code,
        seen=seen,
        way=row.way,
        is_readable=is_readable,
        completed_at=_completed(row) if is_readable else (),
    )


def _is_named(row: CoSignature) -> bool:
    """Say whether the answers still name this very person as a signer."""
    wanted = {(one.signer.name, one.personal_id) for one in signing.awaited(row.draft, None)}
    return (row.signer, row.personal_id) in wanted


def _is_copy(row: CoSignature, now: str) -> bool:
    return row.state == SigningState.CONFIRMED and row.content_sha256 == now


def _completed(row: CoSignature) -> tuple[datetime, ...]:
    """Return when the dossier was completed after it had been signed and submitted."""
    rows = SupplementRequest.objects.filter(
        dossier_id=row.dossier_id, completed_at__isnull=False
    ).order_by("completed_at")
    return tuple(rows.values_list("completed_at", flat=True)) if row.dossier_id else ()
