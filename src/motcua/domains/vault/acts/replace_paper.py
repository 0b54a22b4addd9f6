# SPDX-License-Identifier: Apache-2.0
"""Say that a newer paper stands in the place of an older one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.vault.models import Paper
from motcua.domains.vault.rights import chain_of, post_for
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotAllowedNow, NotFound


class NotItsHeir(Fault):
    """The newer paper belongs to somebody else, or is itself replaced or revoked."""

    sentence = gettext_lazy(
        "The newer paper must be another paper of the same owner, neither replaced nor revoked."
    )


@transaction.atomic
def replace_paper(*, actor: Actor, at: datetime, key: UUID, code: UUID, by_code: UUID) -> None:
    """Point the older paper, for which the actor's unit answers, at the newer one.

    It is no longer offered. Raises NotFound, NotPermitted, NotKeptByYou, NotItsHeir, NotAllowedNow
    when it is replaced, KeyReused.
    """
    pair = Paper.objects.select_for_update().filter(code__in=[code, by_code]).order_by("pk")
    named = {paper.code: paper for paper in pair}
    old, new = named.get(code), named.get(by_code)
    if old is None or new is None:
        raise NotFound
    post = post_for(actor, old)
    if not idempotency.spend(key=key, act="replace_paper", actor=actor, subject=str(code), at=at):
        return
    if old.replaced_by_id:
        raise NotAllowedNow
    if not _may_follow(old, new):
        raise NotItsHeir
    Paper.objects.filter(pk=old.pk).update(replaced_by=new)
    audit.append(
        chain=chain_of(code), at=at, act="replace_paper", actor=actor, post=post,
        payload={"replaced_by": str(by_code)},
    )  # fmt: skip


def _may_follow(old: Paper, new: Paper) -> bool:
    same_owner = bool(old.owner_id_number) and old.owner_id_number == new.owner_id_number
    return old.pk != new.pk and same_owner and not new.replaced_by_id and not new.revoked_at
