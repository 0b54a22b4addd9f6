# SPDX-License-Identifier: Apache-2.0
"""Let somebody act for oneself, or for the business one represents by law."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.people.events import RepresentationGranted
from motcua.domains.people.known import known_citizen
from motcua.domains.people.mandates import end_of, granting
from motcua.domains.people.models import Business, Representation
from motcua.domains.people.models.representation import Consent, RepresentationKind
from motcua.domains.people.representing import NotForOneself, Wanted, note
from motcua.kit.access import Actor
from motcua.kit.idempotency import spend, subject_of


@transaction.atomic
def grant_representation(*, actor: Actor, at: datetime, key: UUID, wanted: Wanted) -> UUID:
    """Return the code of the representation; it holds once the representative accepts.

    Consent is the principal's own act under an e-ID of level 2; nobody hands a mandate on.
    Raises NotPermitted, ConsentTooWeak, PersonUnknown, NotForOneself, MandateTooLong.
    Emits: RepresentationGranted.
    """
    principal = granting(actor, at)
    until = end_of(wanted.until_on, at)
    representative = known_citizen(wanted.representative, at=at)
    if representative.pk == principal.pk:
        raise NotForOneself
    is_business = Business.objects.filter(account=principal).exists()
    row = Representation(
        principal=principal, representative=representative,
        kind=RepresentationKind.BUSINESS if is_business else RepresentationKind(wanted.kind),
        procedure_code=wanted.procedure_code, dossier_code=wanted.dossier_code,
        consent=Consent.APP, granted_at=at, granted_by=actor.code, valid_from=at,
        valid_until=until,
    )  # fmt: skip
    fresh = spend(
        key=key, act="grant_representation", actor=actor, subject=str(row.code), at=at, made=True
    )
    if not fresh:
        return UUID(subject_of(key))
    row.save()
    note(
        row, actor=actor, at=at, act="grant_representation", event=RepresentationGranted,
        payload={"consent": "app", "until": until.isoformat(), "scope": _scope(row)},
    )  # fmt: skip
    return row.code


def _scope(row: Representation) -> str:
    return row.dossier_code or row.procedure_code or "all"
