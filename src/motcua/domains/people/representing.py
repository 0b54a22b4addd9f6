# SPDX-License-Identifier: Apache-2.0
"""Writing a representation and what happens to it: row, audit link and event together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy

from motcua.domains.people.events import RepresentationEvent
from motcua.domains.people.known import Named
from motcua.domains.people.mandates import chain_of
from motcua.domains.people.models import Representation
from motcua.kit import audit, events
from motcua.kit.access import Actor, Post
from motcua.kit.faults import Fault


class NotForOneself(Fault):
    """Principal and representative are one person."""

    sentence = gettext_lazy("Choose another person: nobody needs leave to act for themselves.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who shall act, in what relation, how far and until when (the last day)."""

    representative: Named
    kind: str
    until_on: date
    procedure_code: str = ""
    dossier_code: str = ""


def note(
    row: Representation,
    *,
    actor: Actor,
    at: datetime,
    act: str,
    event: type[RepresentationEvent],
    post: Post | None = None,
    payload: Mapping[str, Any] | None = None,
) -> None:
    """Write the audit link and the event; codes only, no names and numbers."""
    audit.append(
        chain=chain_of(row.code), at=at, act=act, actor=actor, post=post,
        payload={
            "principal": row.principal.code, "representative": row.representative.code,
            **(payload or {}),
        },
    )  # fmt: skip
    events.emit(
        event(
            subject=row.principal.code, at=at, actor_code=actor.code,
            representation=str(row.code), principal_id=row.principal_id,
            representative_id=row.representative_id,
        )
    )  # fmt: skip
