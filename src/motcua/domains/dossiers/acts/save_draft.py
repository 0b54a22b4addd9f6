# SPDX-License-Identifier: Apache-2.0
"""Save what was filled in so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import answer_files, signing
from motcua.domains.dossiers.models import Draft
from motcua.domains.procedures import queries as procedures
from motcua.kit.audit import canonical
from motcua.kit.faults import Fault, NotFound

LARGEST = 200_000
Change = Callable[[Mapping[str, Any]], Mapping[str, Any]]


class DraftTooLarge(Fault):
    """More text than any form needs."""

    status = 413
    sentence = gettext_lazy("The answers are too long to be kept.")


class DraftClosed(Fault):
    """The draft has become a dossier."""

    status = 409
    sentence = gettext_lazy("This form was already submitted.")


@transaction.atomic
def save_draft(
    *,
    at: datetime,
    draft_id: int,
    answers: Mapping[str, Any] | Change,
    competent_unit_id: int | None = None,
) -> None:
    """Lay the given answers over the kept ones, unchecked: a draft may be half true.

    What is not given stays; a list of rows is given whole. A reference to a file that does not lie
    in the draft is left out, and a file that no answer refers to any more is taken out.
    Confirmations of other signers that were given to another content hold no more.

    `answers` may be made of the kept ones, read when nobody else changes them: one cell of a list
    of rows must not bring back the other cells as they were before.

    The face has made sure that the draft belongs to the reader.
    Raises NotFound, DraftClosed, DraftTooLarge.
    """
    draft = Draft.objects.select_for_update().filter(pk=draft_id, expires_at__gt=at).first()
    if draft is None:
        raise NotFound
    if draft.dossier_code:
        raise DraftClosed
    version = procedures.version(draft.version_id)
    given = answers(draft.answers) if callable(answers) else answers
    draft.answers = answer_files.tied(version, draft, laid_over(draft.answers, given))
    if len(canonical(draft.answers)) > LARGEST:
        raise DraftTooLarge
    draft.competent_unit_id = competent_unit_id or draft.competent_unit_id
    draft.saved_at = at
    draft.save(update_fields=["answers", "competent_unit_id", "saved_at"])
    answer_files.let_go(version, draft, at)
    signing.void_changed(draft, at)


def laid_over(kept: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the kept answers with the given ones over them, name by dotted name."""
    together = dict(kept)
    for name, value in given.items():
        below = together.get(name)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            together[name] = laid_over(below, value)
        else:
            together[name] = value
    return together
