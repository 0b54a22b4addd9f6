# SPDX-License-Identifier: Apache-2.0
"""Makes the configuration of a procedure that nobody has authored from its national record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from motcua.rules.generation.forms import form
from motcua.rules.generation.limits import NationalLimit, minutes, national_limit
from motcua.rules.generation.papers import OTHER, papers
from motcua.rules.generation.processes import OWN_PROVINCE
from motcua.rules.generation.routing import Route, route
from motcua.rules.words import N_
from motcua.rules.workflow.fitting import fitted, is_usable
from motcua.rules.workflow.templates import template

VALID_FROM: Final = date(2025, 7, 1)
"""The first day of the two-level one-stop shop. Source: 118/2025/NĐ-CP."""

TO_VERIFY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "code": N_("national code"),
        "limit": N_("time limit"),
        "committed": N_("time limit the province commits itself to"),
        "form": N_("fields of the form"),
        "papers": N_("list of papers"),
        "fee": N_("fees"),
        "online_level": N_("online level"),
        "routing": N_("system that runs it"),
        "workflow": N_("times of the steps"),
        "name": N_("name"),
        "field": N_("field"),
    }
)
"""What a configuration may hold without a seen source, and how to call it."""

_UNNAMED: Final = {
    "vi": "Kết quả giải quyết thủ tục hành chính",
    "en": "Result of the administrative procedure",
}
_CONSULTING: Final = ("consult",)


def configure(facts: Mapping[str, Any], *, process: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the mapping of a procedure file, with `source: generated`.

    `facts` is a line of the national catalogue; every key but code and name may be missing.
    `process` is a published internal process of the procedure (see `choose`): it is followed
    when it is usable. What was concluded rather than read stands in `to_verify`, words of
    TO_VERIFY. An online level of `full` needs a known limit and known papers; without them the
    procedure is `partial`. The committed limit is the legal one: no other was published. Fees
    stay empty and to be verified unless the record says free: it names amounts, but not what
    for, nor whether they are a fee or a charge.
    """
    limit = national_limit(facts)
    listed = papers(facts)
    routed = route(facts)
    workflow, times_stand = _workflow(facts, limit, process)
    level = _online_level(facts, bool(limit.longest and listed))
    return {
        "code": facts["code"],
        "source": "generated",
        "valid_from": VALID_FROM,
        "title": {"vi": facts["name"], "en": facts["name"]},
        "limit": _limit(limit),
        "online_level": level,
        "routing": routed.routing,
        "beyond_boundary": bool(facts.get("non_boundary")),
        "external_number": routed.routing == "MINISTRY",
        "to_verify": list(_doubts(facts, limit, routed, level, times_stand)),
        "sources": list(_sources(facts, process)),
        "form": form(facts),
        "papers": listed or [{**OTHER, "title": dict(OTHER["title"])}],
        "fees": [],
        "workflow": workflow,
        "result": {"title": _result(facts), "template": "certificate"},
    }


def _workflow(
    facts: Mapping[str, Any], limit: NationalLimit, process: Mapping[str, Any] | None
) -> tuple[dict[str, Any], bool]:
    time = minutes(limit.longest) if limit.longest else None
    if process is not None and is_usable(process):
        return fitted(process, time)
    phases = {phase["phase"] for phase in facts.get("phases") or ()}
    consults = not phases.isdisjoint(_CONSULTING)
    return template(facts.get("levels") or (), time, consults=consults), True


def _limit(limit: NationalLimit) -> dict[str, Any] | None:
    if limit.longest is None:
        return None
    stated = str(limit.longest)
    terms: dict[str, Any] = {"legal": stated, "committed": stated, "committed_from": VALID_FROM}
    if limit.by_channel:
        own = {channel: str(one) for channel, one in limit.by_channel.items()}
        terms["legal_by_channel"] = own
    return terms


def _online_level(facts: Mapping[str, Any], is_known: bool) -> str:
    level = facts.get("online_level") or "unknown"
    return "partial" if level == "full" and not is_known else str(level)


def _doubts(
    facts: Mapping[str, Any],
    limit: NationalLimit,
    routed: Route,
    level: str,
    times_stand: bool,
) -> Iterator[str]:
    doubtful = facts.get("doubts") or ()
    doubts = {
        "limit": not limit.is_certain,
        "papers": not facts.get("documents") or bool(facts.get("document_fragments")),
        "fee": facts.get("fee_type") != "free" or "fee" in doubtful,
        "online_level": level == "unknown" or level != facts.get("online_level"),
        "routing": not routed.is_certain,
        "workflow": not times_stand,
        "name": "name" in doubtful,
        "field": "field" in doubtful,
    }
    return (part for part, is_doubtful in doubts.items() if is_doubtful)


def _sources(facts: Mapping[str, Any], process: Mapping[str, Any] | None) -> Iterator[str]:
    if facts.get("decision"):
        yield facts["decision"]
    if process is not None and is_usable(process) and process.get("decision"):
        yield f"{process['decision']} ({process.get('province') or OWN_PROVINCE})"


def _result(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the name of the first result that has one: some records hold dots instead."""
    names = (result["name"] for result in facts.get("results") or ())
    name = next((name for name in names if any(map(str.isalpha, name))), None)
    return dict(_UNNAMED) if name is None else {"vi": name, "en": name}
