# SPDX-License-Identifier: Apache-2.0
"""Ask for the results of one application as they come, or together after all."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.dossiers.case import holder_code, required
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.linked import chain_of, is_owner
from motcua.domains.dossiers.models import Linkage
from motcua.kit import audit
from motcua.kit.access import Role
from motcua.kit.faults import NotFound
from motcua.kit.idempotency import spend


@transaction.atomic
def ask_parts(*, by: By, code: str, in_parts: bool) -> None:
    """Note the applicant's wish; the counter of the linkage may note it for them.

    Raises NotFound, NotPermitted.
    """
    linkage = Linkage.objects.select_for_update().filter(code=code).first()
    if linkage is None:
        raise NotFound
    post = None
    if not _is_applicant(linkage, by):
        post = required(by.actor.post(Role.COUNTER, linkage.receiving_unit_id))
    if not spend(key=by.key, act="ask_parts", actor=by.actor, subject=code, at=by.at):
        return
    Linkage.objects.filter(pk=linkage.pk).update(in_parts=in_parts)
    audit.append(
        chain=chain_of(code), at=by.at, act="ask_parts", actor=by.actor, post=post,
        payload={"in_parts": in_parts},
    )  # fmt: skip


def _is_applicant(linkage: Linkage, by: By) -> bool:
    actor = by.actor
    if actor.code == holder_code(linkage.code):
        return True
    return is_owner(
        actor, account_id=linkage.account_id, version_id=linkage.version_id, code=linkage.code
    )
