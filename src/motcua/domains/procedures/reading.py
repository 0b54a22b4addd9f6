# SPDX-License-Identifier: Apache-2.0
"""A procedure file read into the values the rules work on, and everything wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from motcua.domains.procedures import papers as paper_lists
from motcua.domains.procedures.papers import PaperKind
from motcua.rules import fees, forms, workflow
from motcua.rules.errors import RuleError
from motcua.rules.generation.papers import OTHER
from motcua.rules.words import N_
from motcua.rules.worktime import Limit, WorkCalendar, limit_minutes, parse_limit

PLAIN_WEEK = WorkCalendar()
"""A limit is compared with the times of steps, not counted on a certain date."""

SOURCES = ("authored", "generated")
ONLINE_LEVELS = ("full", "partial", "unknown")
ROUTINGS = ("LOCAL", "MINISTRY", "HYBRID")
FORMS_KEPT = 512
Value = TypeVar("Value")


class ConfigError(RuleError):
    """A setting of a procedure file that cannot be."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The time limits of a procedure; each None when it is unknown."""

    legal: Limit | None = None
    committed: Limit | None = None
    committed_from: date | None = None
    by_channel: Mapping[str, Limit] = field(default_factory=dict)

    def on(self, day: date) -> Limit | None:
        """Return the limit that is promised on a date."""
        promised = self.committed and (self.committed_from is None or self.committed_from <= day)
        return self.committed if promised else self.legal


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a part of a procedure file is unsound; `sentence` is an English msgid."""

    part: str
    sentence: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.part}: {self.sentence % self.params}"


def form(config: Mapping[str, Any]) -> forms.Form:
    """Return the form; equal ones, as most generated ones are, are read once and shared.

    Raises forms.DefinitionError.
    """
    return _form(json.dumps(config.get("form"), sort_keys=True, default=str))


@lru_cache(maxsize=FORMS_KEPT)
def _form(text: str) -> forms.Form:
    return forms.parse(json.loads(text))


def unknown(config: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which of limit, papers and online level nobody knows; doubtful is not unknown.

    With one of them unknown a procedure is not offered from end to end online.
    """
    listed = any(paper.get("code") != OTHER["code"] for paper in config.get("papers", ()))
    missing = {
        "limit": not config.get("limit"),
        "papers": "papers" in config.get("to_verify", ()) and not listed,
        "online_level": config.get("online_level") == "unknown",
    }
    return tuple(part for part, is_missing in missing.items() if is_missing)


def terms(config: Mapping[str, Any]) -> Terms:
    """Return the time limits. Raises LimitError, ConfigError."""
    stated = config.get("limit")
    if not stated:
        return Terms()
    legal, committed = (_limit(stated.get(key)) for key in ("legal", "committed"))
    if legal and committed and _minutes(committed) > _minutes(legal):
        raise ConfigError(
            N_("The committed limit %(committed)s is longer than the legal one, %(legal)s."),
            committed=committed,
            legal=legal,
        )
    by_channel = {name: parse_limit(text) for name, text in stated.get("by_channel", {}).items()}
    return Terms(legal, committed, day(stated.get("committed_from")), by_channel)


def day(value: date | str | None) -> date | None:
    """Return a date written in a file (a date) or read back from the database (a text)."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _limit(text: str | None) -> Limit | None:
    return parse_limit(text) if text else None


def _minutes(limit: Limit) -> int:
    return limit_minutes(limit, PLAIN_WEEK)


def problems(config: Mapping[str, Any], *, roles: Collection[str]) -> tuple[Problem, ...]:
    """Return everything that keeps a procedure file from being published, () when it is sound."""
    found: list[Problem] = list(_settings(config))
    asked = _part("form", lambda: form(config), found)
    papers = _part("papers", lambda: paper_lists.parse(config.get("papers", ())), found)
    _part("fees", lambda: fees.parse(config.get("fees", ())), found)
    limits = _part("limit", lambda: terms(config), found)
    definition = _part("workflow", lambda: workflow.parse(config.get("workflow")), found)
    if definition and limits:
        found += _workflow(definition, limits, roles)
    if asked and papers is not None:
        found += _references(asked, papers)
    return tuple(found)


def _part(name: str, read: Callable[[], Value], found: list[Problem]) -> Value | None:
    """Return what is read, or None after noting why it cannot be."""
    try:
        return read()
    except RuleError as error:
        place = getattr(error, "path", "")
        found.append(Problem(f"{name} {place}".strip(), error.sentence, error.params))
        return None


def _settings(config: Mapping[str, Any]) -> Iterator[Problem]:
    for key, allowed in (
        ("source", SOURCES),
        ("online_level", ONLINE_LEVELS),
        ("routing", ROUTINGS),
    ):
        if config.get(key) not in allowed:
            yield Problem(
                key,
                N_("“%(value)s” is not one of: %(allowed)s."),
                {"value": config.get(key), "allowed": ", ".join(allowed)},
            )
    if not (config.get("title") or {}).get("vi"):
        yield Problem("title", N_("The procedure has no Vietnamese title."))
    missing = unknown(config)
    if config.get("online_level") == "full" and missing:
        yield Problem(
            "online_level",
            N_("A procedure is not offered end to end while this is unknown: %(unknown)s."),
            {"unknown": ", ".join(missing)},
        )


def _workflow(
    definition: workflow.Definition, limits: Terms, roles: Collection[str]
) -> Iterator[Problem]:
    stated = [_minutes(limit) for limit in (limits.legal, limits.committed) if limit]
    for problem in workflow.problems(
        definition, roles=roles, limit_minutes=min(stated, default=None)
    ):
        yield Problem("workflow", problem.sentence, problem.words())


def _references(asked: forms.Form, papers: Collection[PaperKind]) -> Iterator[Problem]:
    names = asked.names()
    for paper in papers:
        for name in sorted(paper.condition.fields() - names if paper.condition else ()):
            yield Problem(
                "papers",
                N_("The paper “%(code)s” depends on the field “%(name)s”, which is not there."),
                {"code": paper.code, "name": name},
            )
