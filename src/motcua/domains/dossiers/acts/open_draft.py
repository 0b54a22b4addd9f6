# SPDX-License-Identifier: Apache-2.0
"""Begin a form that can be filled in over days."""

from __future__ import annotations

from datetime import datetime, timedelta

from motcua.domains.dossiers import identity
from motcua.domains.dossiers.keys import hash_of, new_draft_secret
from motcua.domains.dossiers.models import Draft
from motcua.domains.procedures import queries as procedures
from motcua.kit.access import Actor

KEPT = timedelta(days=30)


def open_draft(
    *, actor: Actor, at: datetime, procedure_code: str, competent_unit_id: int | None = None
) -> tuple[int, str]:
    """Open a draft under the present version and return its id and secret.

    Only the hash of the secret is kept; the face puts the secret into a cookie. Raises NotFound and
    MandateTooNarrow.
    """
    version = procedures.current(procedure_code, at.date())
    identity.must_reach(actor, version.code)
    secret = new_draft_secret()
    draft = Draft.objects.create(
        secret_hash=hash_of(secret),
        account_id=actor.account_id,
        version_id=version.id,
        competent_unit_id=competent_unit_id,
        started_at=at,
        saved_at=at,
        expires_at=at + KEPT,
    )
    return draft.pk, secret
