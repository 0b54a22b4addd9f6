# SPDX-License-Identifier: Apache-2.0
"""Published versions as the rules work on them, parsed once per process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from motcua.domains.procedures import papers, signers
from motcua.domains.procedures.models import ProcedureVersion
from motcua.domains.procedures.papers import PaperKind
from motcua.domains.procedures.queries.state import token
from motcua.domains.procedures.reading import CHANNELS, Terms, form, steps, terms, unknown
from motcua.domains.procedures.signers import Signer
from motcua.kit.faults import NotFound
from motcua.kit.snapshots import Snapshot
from motcua.rules import forms, workflow
from motcua.rules.worktime import Limit

KEPT = 512
WORKFLOWS_KEPT = 8192


@dataclass(frozen=True, slots=True)
class Version:
    """A published version; it never changes, so its end is asked for apart (`is_open`).

    `channels` are the ways it can be handed in by, `fees` is the table for `rules.fees.quote`,
    `facts` the row of the national catalogue, `to_verify` what nobody has seen a source for,
    `unknown` what nobody knows at all, `source` authored or generated. `identity_level` is the
    level of e-ID that whoever submits online must have, 0 for none; `signers` are all who sign.
    """

    id: int
    code: str
    number: int
    source: str
    title: Mapping[str, str]
    field: str
    level: str
    valid_from: date
    terms: Terms
    online_level: str
    routing: str
    beyond_boundary: bool
    external_number: bool
    to_verify: tuple[str, ...]
    unknown: tuple[str, ...]
    sources: tuple[str, ...]
    channels: tuple[str, ...]
    form: forms.Form
    papers: tuple[PaperKind, ...]
    fees: Sequence[Mapping[str, Any]]
    payment: str
    workflow: workflow.Definition
    result: Mapping[str, Any] | None
    facts: Mapping[str, Any]
    identity_level: int = 0
    signers: tuple[Signer, ...] = ()

    @property
    def procedure_code(self) -> str:
        """The national code."""
        return self.code

    @property
    def limit(self) -> Limit | None:
        """The legal time limit, None when it is unknown."""
        return self.terms.legal

    @property
    def committed(self) -> Limit | None:
        """The province's own time limit, from `terms.committed_from` on."""
        return self.terms.committed

    @property
    def end_to_end(self) -> bool:
        """Whether it may be offered from end to end online: nothing needed for it is unknown."""
        return self.online_level == "full" and not self.unknown


@dataclass(frozen=True, slots=True)
class Span:
    """When a version takes new dossiers, and what it is called."""

    id: int
    code: str
    title_vi: str
    title_en: str
    valid_from: date
    valid_to: date | None

    @property
    def title(self) -> Mapping[str, str]:
        """The title by language; the Vietnamese one where there is no translation."""
        return {"vi": self.title_vi, "en": self.title_en or self.title_vi}

    def holds_on(self, on: date) -> bool:
        """Say whether the date lies in the period."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@lru_cache(maxsize=KEPT)
def version(version_id: int) -> Version:
    """Return a version, closed ones too. Raises NotFound."""
    row = ProcedureVersion.objects.filter(id=version_id).first()
    if row is None:
        raise NotFound
    config = row.config
    return Version(
        id=row.id,
        code=row.procedure_id,
        number=row.number,
        source=row.source,
        title=config["title"],
        field=row.field,
        level=row.level,
        valid_from=row.valid_from,
        terms=terms(config),
        online_level=row.online_level,
        routing=row.routing,
        beyond_boundary=row.beyond_boundary,
        external_number=row.external_number,
        to_verify=tuple(row.to_verify),
        unknown=unknown(config),
        sources=tuple(config.get("sources", ())),
        channels=tuple(config.get("channels") or CHANNELS),
        form=form(config),
        papers=papers.parse(config.get("papers", ())),
        fees=config.get("fees", ()),
        payment=config.get("payment", "after"),
        workflow=steps(config),
        result=config.get("result"),
        facts=row.facts,
        identity_level=config.get("identity_level", 0),
        signers=signers.parse(config.get("signers", ())),
    )


@lru_cache(maxsize=WORKFLOWS_KEPT)
def workflow_of(version_id: int) -> workflow.Definition:
    """Return only the workflow of a version, for lists of dossiers. Raises NotFound."""
    rows = ProcedureVersion.objects.filter(id=version_id)
    written = rows.values_list("config__workflow", flat=True).first()
    if written is None:
        raise NotFound
    return steps({"workflow": written})


def current(code: str, on: date) -> Version:
    """Return the version that takes new dossiers on a date. Raises NotFound."""
    for span in history(code):
        if span.holds_on(on):
            return version(span.id)
    raise NotFound


def is_open(of: Version, on: date) -> bool:
    """Say whether a version takes new dossiers on a date; asks the database each time."""
    return ProcedureVersion.objects.on(on).filter(id=of.id).exists()


def history(code: str) -> tuple[Span, ...]:
    """Return the periods of all versions of a procedure, oldest first."""
    return _SPANS.get().by_code.get(code, ())


def title(version_id: int) -> Mapping[str, str]:
    """Return the title of a version by language, for lists: it reads no version that is known.

    Raises NotFound.
    """
    span = _SPANS.get().by_id.get(version_id)
    return span.title if span else version(version_id).title


def open_codes(on: date) -> tuple[str, ...]:
    """Return the codes of all procedures that take new dossiers on a date, in their order."""
    spans = _SPANS.get().by_code.items()
    return tuple(sorted(code for code, held in spans if any(one.holds_on(on) for one in held)))


@dataclass(frozen=True, slots=True)
class _Spans:
    by_id: Mapping[int, Span]
    by_code: Mapping[str, tuple[Span, ...]]


def _build(today: date) -> _Spans:
    columns = ("id", "procedure_id", "title_vi", "title_en", "valid_from", "valid_to")
    rows = ProcedureVersion.objects.order_by("id").values_list(*columns)
    by_id = {row[0]: Span(*row) for row in rows}
    by_code: dict[str, tuple[Span, ...]] = {}
    for span in by_id.values():
        by_code[span.code] = (*by_code.get(span.code, ()), span)
    return _Spans(by_id, by_code)


_SPANS = Snapshot(version=token, build=_build)
