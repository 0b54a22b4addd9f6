# SPDX-License-Identifier: Apache-2.0
"""Everything the page of a procedure says, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.procedures.queries.groups import members
from motcua.domains.units.queries import AgencyCard
from motcua.faces.design.formats import money_vn
from motcua.faces.design.titles import both_text
from motcua.faces.design.units import name_of
from motcua.faces.portal import wording
from motcua.kit import clock
from motcua.rules import fees
from motcua.rules.conditions import Condition
from motcua.rules.workflow import StepKind

SHOWN_KINDS = frozenset(
    {StepKind.INTAKE, StepKind.RECEPTION, StepKind.PROCESSING, StepKind.APPROVAL}
    | {StepKind.PAYMENT, StepKind.HANDOVER}
)


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper of the list: when it is needed, in how many copies, what replaces it."""

    title: Any
    need: str
    when: str
    counts: str
    replaced_by: str
    note: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the way a dossier goes."""

    title: Any
    who: str
    takes: str


@dataclass(frozen=True, slots=True)
class FeeView:
    """One row of the fee table."""

    title: Any
    amount: str
    source: str


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """The page of a procedure."""

    code: str
    title: Mapping[str, str]
    field: str
    source: str
    doubts: tuple[str, ...]
    legal: str
    committed: str
    committed_from: date | None
    by_channel: tuple[tuple[str, str], ...]
    online_level: str
    routing: str
    beyond_boundary: bool
    who: tuple[str, ...]
    results: tuple[str, ...]
    channels: tuple[str, ...]
    papers: tuple[PaperView, ...]
    steps: tuple[StepView, ...]
    fees: tuple[FeeView, ...]
    fee_summary: str
    legal_basis: tuple[str, ...]
    sources: tuple[str, ...]
    units: tuple[str, ...]
    is_unit_certain: bool


def procedure_view(version: Version, units: tuple[AgencyCard, ...], on: date) -> ProcedureView:
    """Return what the page says on a date; `units` are those competent."""
    facts, terms = version.facts, version.terms
    rows = tuple(_fees(version, on))
    return ProcedureView(
        code=version.code,
        title=version.title,
        field=version.field,
        source=version.source,
        doubts=tuple(wording.doubt_words(doubt) for doubt in version.to_verify),
        legal=wording.limit_words(terms.legal),
        committed=wording.limit_words(terms.promised(on)),
        committed_from=terms.committed_from,
        by_channel=tuple(_by_channel(version, on)),
        online_level=str(wording.ONLINE_LEVELS[version.online_level]),
        routing=str(wording.ROUTINGS[version.routing]),
        beyond_boundary=version.beyond_boundary,
        who=tuple(facts.get("targets") or ()),
        results=_results(version),
        channels=tuple(_channels(facts)),
        papers=tuple(_papers(version)),
        steps=tuple(_steps(version)),
        fees=rows,
        fee_summary=fee_summary(version, rows),
        legal_basis=tuple(facts.get("legal_basis") or ()),
        sources=version.sources,
        units=tuple(name_of(card) for card in units),
        is_unit_certain=procedures.is_competence_certain(version.code),
    )


def member_titles(version: Version) -> list[tuple[str, Mapping[str, str]]]:
    """Return code and title of the procedures of an interlinked group, [] for any other."""
    group = members(version.id)
    present = [procedures.current(member.code, clock.today()) for member in group]
    return [(one.code, one.title) for one in present]


def fee_summary(version: Version, rows: tuple[FeeView, ...]) -> str:
    """Return in one phrase whether the procedure costs something."""
    if rows:
        return gettext("See the table of fees below")
    if version.facts.get("fee_type") == "free":
        return gettext("Free of charge")
    return gettext("Not stated; ask at the counter before you pay anything")


def _results(version: Version) -> tuple[str, ...]:
    title = (version.result or {}).get("title")
    named = [both_text(title)] if title else []
    known = {title["vi"]} if title else set()
    others = (one["name"] for one in version.facts.get("results") or ())
    return (*named, *(name for name in others if name not in known and any(map(str.isalpha, name))))


def _channels(facts: Mapping[str, Any]) -> Iterator[str]:
    stated = {one.get("form") for one in facts.get("submission") or ()}
    yield from (str(words) for form, words in wording.CHANNELS.items() if form in stated)


def _by_channel(version: Version, on: date) -> Iterator[tuple[str, str]]:
    """Yield what holds for each way of submitting, where they differ."""
    if version.terms.legal_by_channel:
        for name in version.channels:
            limit = version.terms.of(fees.Channel[name.upper()]).on(on)
            yield str(wording.CHANNELS[name]), wording.limit_words(limit)


def _papers(version: Version) -> Iterator[PaperView]:
    speech = version.form.speech((get_language() or "vi")[:2], gettext)
    for kind in version.papers:
        yield PaperView(
            title=kind.title,
            need=_need(kind),
            when=_when(kind.condition, speech),
            counts=_counts(kind.originals, kind.copies),
            replaced_by=kind.replaced_by or "",
            note=both_text(kind.note),
        )


def _need(kind: procedures.PaperKind) -> str:
    if kind.role == "present":
        return gettext("Only to show")
    if kind.condition is not None:
        return gettext("In some cases")
    return gettext("Needed") if kind.required else gettext("If you have it")


def _when(condition: Condition | None, speech: Any) -> str:
    return condition.sentence(speech) if condition is not None else ""


def _counts(originals: int, copies: int) -> str:
    parts = []
    if originals:
        parts.append(gettext("originals: %(n)s") % {"n": originals})
    if copies:
        parts.append(gettext("copies: %(n)s") % {"n": copies})
    return ", ".join(parts)


def _steps(version: Version) -> Iterator[StepView]:
    for step in version.workflow.authored():
        if step.kind in SHOWN_KINDS:
            who = wording.role_words(step.role)
            yield StepView(step.title, who, wording.minutes_words(step.minutes))


def _fees(version: Version, on: date) -> Iterator[FeeView]:
    for row in fees.parse(version.fees):
        if row.valid_from <= on and (row.valid_to is None or on < row.valid_to):
            yield FeeView(row.title, _amount(row), row.source)


def _amount(row: fees.FeeRow) -> str:
    per = {
        "dossier": gettext("a dossier"), "copy": gettext("a copy"), "page": gettext("a page"),
    }[row.per.value]  # fmt: skip
    parts = [_tier(tier, per, len(row.tiers) == 1) for tier in row.tiers]
    if row.cap_vnd_per_copy:
        parts.append(
            gettext("at most %(amount)s a copy") % {"amount": money_vn(row.cap_vnd_per_copy)}
        )
    if row.exempt_reason:
        parts.append(gettext("free for: %(whom)s") % {"whom": both_text(row.exempt_reason)})
    return "; ".join(parts)


def _tier(tier: fees.Tier, per: str, is_only: bool) -> str:
    amount = f"{money_vn(tier.amount_vnd)} / {per}"
    if is_only:
        return amount
    if tier.to_page is None:
        return gettext("from page %(first)s on: %(amount)s") % {
            "first": tier.from_page, "amount": amount,
        }  # fmt: skip
    return gettext("page %(first)s to %(last)s: %(amount)s") % {
        "first": tier.from_page, "last": tier.to_page, "amount": amount,
    }  # fmt: skip
