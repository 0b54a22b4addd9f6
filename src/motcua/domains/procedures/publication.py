# SPDX-License-Identifier: Apache-2.0
"""Writes versions, one or two thousand at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from motcua.domains.procedures.models import ProcedureVersion
from motcua.domains.procedures.reading import day


@dataclass(frozen=True, slots=True)
class Last:
    """The newest version of a procedure."""

    id: int
    number: int
    digest: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to become a version."""

    code: str
    level: str
    config: Mapping[str, Any]
    facts: Mapping[str, Any]
    digest: str
    begins_on: date


def latest(codes: Iterable[str] | None = None) -> dict[str, Last]:
    """Return the newest version of each procedure (of all when no codes are given)."""
    rows = ProcedureVersion.objects.all()
    rows = rows if codes is None else rows.filter(procedure_id__in=list(codes))
    newest = rows.values("procedure_id").annotate(id=Max("id")).values("id")
    found = ProcedureVersion.objects.filter(id__in=newest)
    return {code: Last(*rest) for code, *rest in found.values_list("procedure_id", *Last.__slots__)}


def begins_on(config: Mapping[str, Any], last: Last | None, today: date) -> date:
    """Return when a version begins: the first when its file says, a later one not before today."""
    stated = day(config.get("valid_from")) or today
    return max(stated, today, last.valid_from) if last else stated


def write(
    drafts: Sequence[Draft], last: Mapping[str, Last], *, at: datetime
) -> list[ProcedureVersion]:
    """Close what the drafts replace and insert them."""
    for draft in drafts:
        before = last.get(draft.code)
        if before and (before.valid_to is None or before.valid_to > draft.begins_on):
            ProcedureVersion.objects.filter(id=before.id).update(valid_to=draft.begins_on)
    return ProcedureVersion.objects.bulk_create(
        [_version(draft, last.get(draft.code), at) for draft in drafts], batch_size=500
    )


def _version(draft: Draft, before: Last | None, at: datetime) -> ProcedureVersion:
    config = draft.config
    limit = config.get("limit") or {}
    return ProcedureVersion(
        procedure_id=draft.code,
        number=before.number + 1 if before else 1,
        source=config["source"],
        title_vi=config["title"]["vi"],
        title_en=config["title"].get("en") or "",
        field=draft.facts.get("field", ""),
        level=draft.level,
        limit_legal=limit.get("legal") or "",
        limit_committed=limit.get("committed") or "",
        committed_from=day(limit.get("committed_from")),
        online_level=config["online_level"],
        routing=config["routing"],
        beyond_boundary=config["beyond_boundary"],
        external_number=config["external_number"],
        to_verify=list(config.get("to_verify", ())),
        config=config,
        facts=draft.facts,
        digest=draft.digest,
        published_at=at,
        valid_from=draft.begins_on,
    )
