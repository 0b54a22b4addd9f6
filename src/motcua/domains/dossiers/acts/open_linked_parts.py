# SPDX-License-Identifier: Apache-2.0
"""Open the parts of a linkage that waited for a dossier that is now decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.domains.dossiers.acts._open_part import open_part, ready_results
from motcua.domains.dossiers.events import LinkedPartOpened
from motcua.domains.dossiers.linked import chain_of
from motcua.domains.dossiers.models import Linkage, LinkedPart
from motcua.kit import audit
from motcua.kit.access import SYSTEM
from motcua.kit.events import emit


@transaction.atomic
def open_linked_parts(*, code: str, at: datetime) -> tuple[str, ...]:
    """Submit every waiting part whose predecessors are decided and have their result papers.

    `code` is the dossier just decided; one without a linkage opens nothing. The results go into
    the new dossiers. Repeating it changes nothing. Returns the codes of the new dossiers.
    Emits: LinkedPartOpened, DossierSubmitted.
    """
    held = LinkedPart.objects.filter(dossier__code=code).values_list("linkage_id", flat=True)
    linkage_id = held.first()
    if linkage_id is None:
        return ()
    linkage = Linkage.objects.select_for_update().get(pk=linkage_id)
    parts = list(linkage.parts.select_related("dossier").order_by("place"))
    return tuple(_opened(linkage, part, parts, at) for part in _due(parts))


def _due(parts: Sequence[LinkedPart]) -> list[LinkedPart]:
    ready = ready_results(parts)
    return [
        part for part in parts if part.dossier_id is None and set(part.waits_for) <= ready.keys()
    ]


def _opened(linkage: Linkage, part: LinkedPart, parts: Sequence[LinkedPart], at: datetime) -> str:
    ready = ready_results(parts)
    papers = {code: ready[name] for code, name in part.results.items() if ready[name]}
    code = open_part(part, linkage, actor=SYSTEM, at=at, results=papers)
    audit.append(
        chain=chain_of(linkage.code), at=at, act="open_linked_part", actor=SYSTEM,
        payload={"part": part.name, "dossier": code},
    )  # fmt: skip
    emit(LinkedPartOpened(subject=linkage.code, at=at, actor_code=SYSTEM.code, dossier=code))
    return code
