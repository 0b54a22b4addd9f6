# SPDX-License-Identifier: Apache-2.0
"""Publish question and answer without anything personal."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.support import ledger
from motcua.domains.support.commands import DECIDERS, Outcome, post_among
from motcua.domains.support.models import Petition
from motcua.domains.support.wording import stated
from motcua.kit.commands import By
from motcua.kit.faults import Fault
from motcua.rules.petitions import personal_marks
from motcua.rules.words import fold


class StillPersonal(Fault):
    """The text for the public names somebody or how to reach them."""

    sentence = gettext_lazy(
        "The text for the public still holds personal data (%(found)s). Take it out."
    )


@transaction.atomic
def publish_answer(*, by: By, code: str, words: str, answer: str) -> Outcome:
    """Publish what the petition was about and the answer, in words written for everybody.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale, StillPersonal, the faults of wording.
    Emits: PetitionMoved.
    """
    row = ledger.begin(by, "publish_answer", code)
    if row is None:
        return ledger.outcome(code)
    post = post_among(by.actor, DECIDERS, row.unit_id)
    words, answer = _impersonal(row, words), _impersonal(row, answer)
    return ledger.write(
        row, by=by, act="publish_answer", post=post, public_words=words, public_answer=answer
    )


def _impersonal(row: Petition, typed: str) -> str:
    text = stated(typed)
    found = list(personal_marks(text))
    if len(row.petitioner_name) > 3 and fold(row.petitioner_name) in fold(text):
        found.append(row.petitioner_name)
    if found:
        raise StillPersonal(found=", ".join(found))
    return text
