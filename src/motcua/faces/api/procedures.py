# SPDX-License-Identifier: Apache-2.0
"""Procedures for machines: found, and read with form, papers, fees, steps and units."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import PaperKind, ProcedureCard, Version
from motcua.domains.units.queries import AgencyCard
from motcua.faces.api.bearer import Scope, Token
from motcua.faces.api.values import CHANNELS, Line, Sent
from motcua.kit import clock
from motcua.rules import forms
from motcua.rules.workflow import Step

router = Router(auth=Token(Scope.PROCEDURES), tags=["procedures"])


class Titles(Schema):
    """A text in both languages; where English is missing it is Vietnamese."""

    vi: str
    en: str


class ProcedureLine(Schema):
    """A procedure in a list; `source` says whether its form is authored or generated."""

    code: str
    title: Titles
    field: str
    level: str
    source: str
    online_level: str
    limit_legal: str
    limit_committed: str
    committed_from: date | None
    to_verify: list[str]


class ProcedureList(Schema):
    """A part of the list; `next` is the mark to go on from, null at the end."""

    items: list[ProcedureLine]
    next: str | None


class FieldCard(Schema):
    """A question; the answer stands under `name`, whose dots are levels of the answers."""

    name: str
    kind: str
    label: Titles
    required: bool
    repeats: bool
    options: list[str]
    fields: list[FieldCard]


class PageCard(Schema):
    """A page of the form."""

    name: str
    title: Titles
    fields: list[FieldCard]


class PaperNeed(Schema):
    """A paper: `submit` is handed in, `present` only shown; `in_some_cases` hangs on answers."""

    code: str
    title: Titles
    role: str
    required: bool
    in_some_cases: bool
    originals: int
    copies: int
    replaced_by: str | None


class StepCard(Schema):
    """A step of the way; `minutes` of working time, null when it has none of its own."""

    name: str
    kind: str
    title: Titles
    role: str
    minutes: int | None
    actions: list[str]


class UnitCard(Schema):
    """A unit that decides dossiers of the procedure."""

    code: str
    code_is_synthetic: bool
    name: Titles
    level: str


class Procedure(Schema):
    """A published version; `unknown` parts are known to nobody, `to_verify` have no seen source.

    `limit_on_channel` is what a dossier accepted today gets by `counter`, `online` and `post`.
    """

    code: str
    version: int
    title: Titles
    field: str
    level: str
    source: str
    limit_legal: str
    limit_committed: str
    committed_from: date | None
    limit_on_channel: dict[str, str]
    online_level: str
    end_to_end: bool
    routing: str
    beyond_boundary: bool
    external_number: bool
    to_verify: list[str]
    unknown: list[str]
    sources: list[str]
    papers: list[PaperNeed]
    form: list[PageCard]
    fees: list[dict[str, Any]]
    steps: list[StepCard]
    units: list[UnitCard]


class Wanted(Sent):
    """What is looked for."""

    q: Line = ""
    level: Literal["", "province", "commune"] = ""
    field: Line = ""
    after: Line = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 20


@router.get("", response=ProcedureList, summary="Find procedures")
def find_procedures(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Find by words with or without accents, typing errors forgiven; without words, all."""
    cards = procedures.find(
        wanted.q,
        on=clock.today(),
        level=wanted.level,
        field=wanted.field,
        limit=wanted.limit + 1,
        after=wanted.after,
    )
    items = cards[: wanted.limit]
    more = len(cards) > wanted.limit
    return {"items": [_line(card) for card in items], "next": items[-1].after if more else None}


@router.get("/{code}", response=Procedure, summary="Read a procedure")
def read_procedure(request: HttpRequest, code: str) -> dict[str, Any]:
    """Read the version that takes dossiers today."""
    today = clock.today()
    return _procedure(procedures.current(code, today), today)


def _line(card: ProcedureCard) -> dict[str, Any]:
    return {
        "code": card.code,
        "title": titles(card.title),
        "field": card.field,
        "level": card.level,
        "source": card.source,
        "online_level": card.online_level,
        "limit_legal": card.limit_legal,
        "limit_committed": card.limit_committed,
        "committed_from": card.committed_from,
        "to_verify": list(card.to_verify),
    }


def _procedure(version: Version, on: date) -> dict[str, Any]:
    plain = ("code", "field", "level", "source", "online_level", "end_to_end", "routing")
    flags = ("beyond_boundary", "external_number")
    lists = ("to_verify", "unknown", "sources")
    return {
        **{name: getattr(version, name) for name in (*plain, *flags)},
        **{name: list(getattr(version, name)) for name in lists},
        "version": version.id,
        "title": titles(version.title),
        "limit_legal": str(version.limit or ""),
        "limit_committed": str(version.committed or ""),
        "committed_from": version.terms.committed_from,
        "limit_on_channel": {
            name: str(version.terms.of(channel).on(on) or "") for channel, name in CHANNELS.items()
        },
        "papers": [_paper(kind) for kind in version.papers],
        "form": [_page(page) for page in version.form.pages],
        "fees": [dict(row) for row in version.fees],
        "steps": [_step(step) for step in version.workflow.authored()],
        "units": [_unit(card) for card in procedures.competent_units(version.code, on)],
    }


def _paper(kind: PaperKind) -> dict[str, Any]:
    same = ("code", "role", "required", "originals", "copies", "replaced_by")
    return {
        **{name: getattr(kind, name) for name in same},
        "title": titles(kind.title),
        "in_some_cases": kind.condition is not None,
    }


def _page(page: forms.Page) -> dict[str, Any]:
    fields = [_field(one) for one in page.fields]
    return {"name": page.name, "title": _text(page.title), "fields": fields}


def _field(one: forms.Field) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": one.kind,
        "label": _text(one.label),
        "required": one.required,
        "repeats": one.repeats,
        "options": [str(option.value) for option in one.options],
        "fields": [_field(part) for part in one.fields],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "name": step.name,
        "kind": step.kind.value,
        "title": titles(step.title),
        "role": step.role or "",
        "minutes": step.minutes,
        "actions": sorted(step.actions),
    }


def _unit(card: AgencyCard) -> dict[str, Any]:
    return {
        "code": card.code,
        "code_is_synthetic": card.code_synthetic,
        "name": {"vi": card.name_vi, "en": card.name_en or card.name_vi},
        "level": card.level,
    }


def titles(title: Mapping[str, str]) -> dict[str, str]:
    """Return a title in both languages."""
    return {"vi": title["vi"], "en": title.get("en") or title["vi"]}


def _text(text: forms.Text) -> dict[str, str]:
    return {"vi": text["vi"], "en": text["en"] or text["vi"]}
