# SPDX-License-Identifier: Apache-2.0
"""Record at a counter that somebody has agreed on paper to be represented."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.people.events import RepresentationGranted
from motcua.domains.people.known import Named, known_citizen
from motcua.domains.people.mandates import end_of
from motcua.domains.people.models import Representation
from motcua.domains.people.models.representation import Consent, RepresentationKind
from motcua.domains.people.representing import NotForOneself, Wanted, note
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.idempotency import spend, subject_of


@transaction.atomic
def record_representation(
    *, actor: Actor, at: datetime, key: UUID, principal: Named, wanted: Wanted, consent_paper: UUID
) -> UUID:
    """Return the code of the representation; `consent_paper` is the scan of the signed consent.

    Raises NotPermitted, PersonUnknown, NotForOneself, MandateTooLong.
    Emits: RepresentationGranted.
    """
    posts = actor.posts_as(Role.COUNTER)
    if not posts:
        raise NotPermitted
    until = end_of(wanted.until_on, at)
    granting = known_citizen(principal, at=at)
    representative = known_citizen(wanted.representative, at=at)
    if representative.pk == granting.pk:
        raise NotForOneself
    row = Representation(
        principal=granting, representative=representative, kind=RepresentationKind(wanted.kind),
        procedure_code=wanted.procedure_code, dossier_code=wanted.dossier_code,
        consent=Consent.PAPER, consent_paper=consent_paper, granted_at=at, granted_by=actor.code,
        valid_from=at, valid_until=until,
    )  # fmt: skip
    fresh = spend(
        key=key, act="record_representation", actor=actor, subject=str(row.code), at=at, made=True
    )
    if not fresh:
        return UUID(subject_of(key))
    row.save()
    note(
        row, actor=actor, at=at, act="record_representation", event=RepresentationGranted,
        post=posts[0],
        payload={"consent": "paper", "paper": str(consent_paper), "until": until.isoformat()},
    )  # fmt: skip
    return row.code
