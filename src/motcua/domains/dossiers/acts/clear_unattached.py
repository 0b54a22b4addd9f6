# SPDX-License-Identifier: Apache-2.0
"""Clear away files that were sent for a form nobody finished."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from motcua.domains.dossiers.models import Attachment
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.discard_papers import discard_papers

KEPT: Final = timedelta(days=3)
"""Longer than a counter form (12 hours) or a deposit of another system (24 hours) can be used."""

LOOKED_BACK: Final = timedelta(days=60)
"""Twice the life of a draft: what is older was looked at many times and is held by somebody."""


def clear_unattached(*, at: datetime) -> int:
    """Remove papers that lie in no dossier and in no draft that can still be handed in.

    Papers of a draft go when the draft has expired, papers taken out of it after the same days as
    those of an abandoned counter form. Papers of a dossier never go, nor what other tables
    hold. Returns how many went. Harmless to repeat, and to stop at any moment.
    """
    old = vault.unclaimed(after=at - LOOKED_BACK, before=at - KEPT)
    needed = _needed(old, at)
    gone = [paper_id for paper_id in old if paper_id not in needed]
    Attachment.objects.filter(paper_id__in=gone).delete()
    return discard_papers(ids=gone)


def _needed(ids: list[int], at: datetime) -> frozenset[int]:
    """Return those that a dossier holds, or a draft that was handed in or still may be."""
    laid = Attachment.objects.filter(paper_id__in=ids)
    open_or_sent = Q(draft__expires_at__gt=at) | Q(draft__dossier_code__gt="")
    held = laid.filter(Q(dossier__isnull=False) | Q(replaced_at=None) & open_or_sent)
    return frozenset(held.values_list("paper_id", flat=True))
