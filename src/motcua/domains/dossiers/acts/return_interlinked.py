# SPDX-License-Identifier: Apache-2.0
"""Give all results of one application together."""

from __future__ import annotations

from uuid import uuid5

from django.db import transaction

from motcua.domains.dossiers.acts.return_result import TogetherOnly, return_result
from motcua.domains.dossiers.events import LinkageReturned
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.linked import chain_of, living
from motcua.domains.dossiers.models import Linkage
from motcua.kit import audit
from motcua.kit.events import emit
from motcua.kit.faults import NotAllowedNow, NotFound
from motcua.kit.idempotency import spend
from motcua.rules.workflow import Status


@transaction.atomic
def return_interlinked(*, by: By, code: str, to: str = "") -> tuple[str, ...]:
    """Return every result that lies ready, each by its own act; all of them or none.

    While a part is still under way only those who asked for the results in parts get any.
    Returns the codes returned now. Raises NotFound, NotPermitted, TogetherOnly, NotAllowedNow
    and the faults of `return_result`. Emits: LinkageReturned, ResultReturned.
    """
    linkage = Linkage.objects.select_for_update().filter(code=code).first()
    if linkage is None:
        raise NotFound
    rows = list(
        linkage.parts.order_by("place")
        .values_list("name", "waits_for", "dossier__status", "dossier__code")
    )  # fmt: skip
    ready = tuple(row[3] for row in rows if row[2] == Status.COMPLETED)
    if not spend(key=by.key, act="return_interlinked", actor=by.actor, subject=code, at=by.at):
        return ready
    if not ready:
        raise NotAllowedNow
    done = {int(Status.COMPLETED), int(Status.RETURNED)}
    if not linkage.in_parts and set(living([row[:3] for row in rows])) - done:
        raise TogetherOnly
    for one in ready:
        return_result(by=By(by.actor, by.at, uuid5(by.key, one)), code=one, to=to)
    audit.append(
        chain=chain_of(code), at=by.at, act="return_interlinked", actor=by.actor,
        payload={"dossiers": list(ready), "to": to[:20]},
    )  # fmt: skip
    emit(LinkageReturned(subject=code, at=by.at, actor_code=by.actor.code))
    return ready
