# SPDX-License-Identifier: Apache-2.0
"""Say what came of a difference."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.payments.differences import deciding_post, locked
from motcua.domains.payments.wording import kept
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotAllowedNow


class WordsMissing(Fault):
    """The next reader must know what was found out."""

    sentence = gettext_lazy("Write what came of this difference.")


@transaction.atomic
def settle_difference(
    *, actor: Actor, at: datetime, key: UUID, difference_id: int, note: str
) -> None:
    """Close the difference with a word on it; no money moves by this.

    For a leader or administrator of the unit, or an operator. Raises NotPermitted, NotFound,
    NotAllowedNow when it is closed, WordsMissing, TextUnclean.
    """
    found = locked(difference_id)
    post, subject = deciding_post(actor, found), f"difference:{difference_id}"
    if not idempotency.spend(key=key, act="settle_difference", actor=actor, subject=subject, at=at):
        return
    if found.settled_at is not None:
        raise NotAllowedNow
    words = kept(note)
    if not words:
        raise WordsMissing
    found.settled_at, found.settled_by, found.note = at, actor.code, words
    found.save(update_fields=["settled_at", "settled_by", "note"])
    audit.append(
        chain="reconciliation", at=at, act="settle_difference", actor=actor, post=post,
        payload={"difference": difference_id, "kind": found.kind},
    )  # fmt: skip
