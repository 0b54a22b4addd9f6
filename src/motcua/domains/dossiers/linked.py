# SPDX-License-Identifier: Apache-2.0
"""What ties the dossiers of one application together."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.domains.dossiers.models import LinkedPart
from motcua.domains.procedures import queries as procedures
from motcua.kit.access import Actor, ActorKind
from motcua.rules.workflow import Status

DECIDED = frozenset({Status.COMPLETED, Status.RETURNED})
FAILED = frozenset({Status.REFUSED, Status.WITHDRAWN, Status.STOPPED})


def chain_of(code: str) -> str:
    """Return the audit chain of a linkage."""
    return f"linkage:{code}"


def is_owner(actor: Actor, *, account_id: int | None, version_id: int, code: str) -> bool:
    """Say whether the citizen owns a linkage, themselves or under a leave that reaches it."""
    own = account_id is not None and account_id == actor.account_id
    return (
        own
        and actor.kind is ActorKind.CITIZEN
        and actor.reaches(procedure_code=procedures.version(version_id).code, dossier_code=code)
    )


def held_back(dossier_id: int) -> bool:
    """Say whether a result has to wait for those of the same application.

    Parts that can no longer have a result hold nobody back.
    """
    mine = LinkedPart.objects.filter(dossier_id=dossier_id, linkage__in_parts=False)
    linkage_id = mine.values_list("linkage_id", flat=True).first()
    if linkage_id is None:
        return False
    parts = LinkedPart.objects.filter(linkage_id=linkage_id).order_by("place")
    return any(
        status is None or status not in DECIDED
        for status in living(list(parts.values_list("name", "waits_for", "dossier__status")))
    )


def living(rows: Sequence[tuple[str, Sequence[str], int | None]]) -> list[int | None]:
    """Return the statuses of the parts that still can have a result, in their order."""
    dead: set[str] = set()
    for name, waits_for, status in rows:
        if status in FAILED or (status is None and dead & set(waits_for)):
            dead.add(name)
    return [status for name, _, status in rows if name not in dead]
