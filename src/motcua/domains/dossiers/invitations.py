# SPDX-License-Identifier: Apache-2.0
"""An invitation locked for its answer, together with the draft it belongs to."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import signing
from motcua.domains.dossiers.models import CoSignature, Draft
from motcua.kit.faults import Fault, NotFound, Stale


class InvitationOver(Fault):
    """The application was submitted or has expired."""

    status = 409
    sentence = gettext_lazy("This application takes no more signatures.")


def locked(code: str, personal_id: str, at: datetime) -> tuple[Draft, CoSignature]:
    """Lock draft, then signature. Raises NotFound, for other people's too, and InvitationOver."""
    where = {"code": code, "personal_id": personal_id}
    draft_id = CoSignature.objects.filter(**where).values_list("draft_id", flat=True).first()
    if draft_id is None or not personal_id:
        raise NotFound
    draft = Draft.objects.select_for_update().get(pk=draft_id)
    row = CoSignature.objects.select_for_update().filter(**where).first()
    if row is None:
        raise NotFound
    if draft.dossier_code or draft.expires_at <= at:
        raise InvitationOver
    return draft, row


def must_have_seen(draft: Draft, seen: str) -> None:
    """Raise Stale when the application is no more what the signer has read."""
    if signing.fingerprint(draft) != seen:
        raise Stale
