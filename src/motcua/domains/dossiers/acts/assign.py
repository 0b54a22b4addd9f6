# SPDX-License-Identifier: Apache-2.0
"""Say who of the unit works on a dossier at its present step."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.events import DossierAssigned
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Assignment
from motcua.domains.people import queries as people
from motcua.domains.people.queries import PostCard
from motcua.kit.access import Post
from motcua.kit.clock import VN
from motcua.kit.faults import Fault


class NotOfThisDesk(Fault):
    """The chosen person does not hold the post before which the dossier lies."""

    sentence = gettext_lazy("Choose somebody who holds the same post in the same unit.")


@ledger.act
def assign(*, by: By, code: str, account_id: int) -> Outcome:
    """Give the dossier to a colleague of the same unit and role, or take it oneself.

    It holds until the dossier leaves the step; everybody of the desk may still act on it.
    Raises NotFound, NotPermitted, NotOfThisDesk. Emits: DossierAssigned.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    chosen = _colleague(post, by, account_id)
    Assignment.objects.update_or_create(
        dossier_id=case.id,
        defaults={
            "step": case.step,
            "unit_id": post.unit_id,
            "role": post.role,
            "account_id": chosen.account_id,
            "at": by.at,
            "by": by.actor.code,
        },
    )
    return ledger.write(
        case, case, by=by, act="assign", event=DossierAssigned, post=post,
        payload={"to": chosen.account_code},
    )  # fmt: skip


def _colleague(post: Post, by: By, account_id: int) -> PostCard:
    held = people.holders(post.unit_id, on=by.at.astimezone(VN).date(), role=post.role)
    for card in held:
        if card.account_id == account_id:
            return card
    raise NotOfThisDesk
