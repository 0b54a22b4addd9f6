# SPDX-License-Identifier: Apache-2.0
"""The signatures of a draft: who has to sign, what they sign, and when a confirmation holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domains.dossiers.application import SignaturesMissing
from motcua.domains.dossiers.events import SigningEvent, SigningVoided
from motcua.domains.dossiers.models import Attachment, CoSignature, Draft
from motcua.domains.dossiers.models.co_signature import SigningState
from motcua.domains.people import queries as people
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Signer
from motcua.kit import audit, events
from motcua.kit.access import SYSTEM, Actor
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class Awaited:
    """Somebody who has to sign: the filler does so by submitting, the others are invited."""

    signer: Signer
    personal_id: str
    full_name: str
    is_filler: bool


def chain_of(draft_id: int) -> str:
    """Return the audit chain of a draft."""
    return f"draft:{draft_id}"


def fingerprint(draft: Draft) -> str:
    """Return the digest of all that is signed: answers, papers and the competent unit.

    What is empty counts as not there, so opening and saving a page again changes nothing.
    """
    papers = Attachment.objects.filter(draft=draft, replaced_at=None).order_by(
        "component_code", "paper__file__sha256"
    )
    listed = papers.values_list("component_code", "paper__file__sha256")
    return audit.sha256_of(
        {
            "version": draft.version_id,
            "unit": draft.competent_unit_id,
            "answers": _filled(draft.answers),
            "papers": [list(pair) for pair in listed],
        }
    )


def _filled(value: Any) -> Any:
    """Return the answers without those that are empty; numbers stay texts of their own."""
    if isinstance(value, Mapping):
        pruned = {name: _filled(one) for name, one in value.items()}
        return {name: one for name, one in pruned.items() if one not in (None, "", {}, [])}
    if isinstance(value, list):
        return [_filled(one) for one in value]
    return str(value) if isinstance(value, float) else value


def awaited(draft: Draft, filler: Actor | None) -> tuple[Awaited, ...]:
    """Return all who sign these answers; a representative signs for nobody."""
    version = procedures.version(draft.version_id)
    own = personal_id_of(filler) if filler is not None and filler.mandate is None else ""
    return tuple(_awaited(version.signers, draft.answers, own))


def _awaited(
    signers: tuple[Signer, ...], answers: Mapping[str, Any], own: str
) -> Iterator[Awaited]:
    for signer in signers:
        if signer.signs(answers):
            personal_id, full_name = signer.person(answers)
            yield Awaited(signer, personal_id, full_name, bool(own) and personal_id == own)


def personal_id_of(actor: Actor) -> str:
    """Return the personal number of the citizen who really acts, "" for others."""
    if actor.person_id is None:
        return ""
    try:
        return people.citizen(actor.person_id).personal_id
    except NotFound:
        return ""


def must_be_signed(draft: Draft, filler: Actor) -> tuple[str, ...]:
    """Return the names of all signers. Raises SignaturesMissing unless the others confirmed this.

    A confirmation of another content or by another person counts for nothing.
    """
    wanted = awaited(draft, filler)
    if not wanted:
        return ()
    confirmed = CoSignature.objects.filter(
        draft=draft, state=SigningState.CONFIRMED, content_sha256=fingerprint(draft)
    )
    have = set(confirmed.values_list("signer", "personal_id"))
    for one in wanted:
        if not one.is_filler and (one.signer.name, one.personal_id) not in have:
            raise SignaturesMissing
    return tuple(one.signer.name for one in wanted)


def void_changed(draft: Draft, at: datetime) -> int:
    """Take back the confirmations of a content that is no more; returns how many.

    Emits: SigningVoided.
    """
    if not procedures.version(draft.version_id).signers:
        return 0
    confirmed = CoSignature.objects.filter(draft=draft, state=SigningState.CONFIRMED)
    held = list(confirmed.select_for_update())
    changed = [row for row in held if row.content_sha256 != fingerprint(draft)]
    for row in changed:
        row.state, row.way, row.content_sha256 = SigningState.INVITED, "", ""
        row.answered_at, row.answered_by = None, ""
        row.save()
        note(row, SYSTEM, at, "void_signature", SigningVoided, {})
    return len(changed)


def note(
    row: CoSignature,
    actor: Actor,
    at: datetime,
    act: str,
    event: type[SigningEvent],
    payload: Mapping[str, Any],
) -> None:
    """Write the audit link and the event of what happened to a signature."""
    chain = chain_of(row.draft_id)
    post = actor.posts[0] if actor.posts else None
    audit.append(
        chain=chain, at=at, act=act, actor=actor, post=post,
        payload={"signature": row.code, "signer": row.signer, **payload},
    )  # fmt: skip
    events.emit(event(subject=chain, at=at, actor_code=actor.code, signature=row.code))
