# SPDX-License-Identifier: Apache-2.0
"""A procedure file read into the values the rules work on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from motcua.rules import forms, workflow
from motcua.rules.errors import RuleError
from motcua.rules.fees import Channel
from motcua.rules.generation.papers import OTHER
from motcua.rules.words import N_
from motcua.rules.worktime import Limit, WorkCalendar, limit_minutes, parse_limit

PLAIN_WEEK = WorkCalendar()
"""A limit is compared with the times of steps, not counted on a certain date."""

CHANNELS = ("direct", "online", "postal")
PAYMENT_TIMES = ("before", "middle", "after")  # acceptance; in a step of its own; return
PARTS_KEPT = 1024


class ConfigError(RuleError):
    """A setting of a procedure file that cannot be."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The time limits of a procedure; each None when it is unknown.

    `legal` is the longest by law; channels named in `legal_by_channel` have one of their own.
    Versions published before it governed say `by_channel`, which is not read: dossiers under way
    keep the limit they were handed in under.
    """

    legal: Limit | None = None
    committed: Limit | None = None
    committed_from: date | None = None
    legal_by_channel: Mapping[str, Limit] = field(default_factory=dict)

    def of(self, channel: int) -> Terms:
        """Return the terms of what comes by this channel; a promise beyond its law is none.

        Source: law.md 2.6, rule 5.
        """
        legal = self.legal_by_channel.get(Channel(channel).name.lower())
        if legal is None:
            return self
        holds = self.committed is not None and minutes(self.committed) <= minutes(legal)
        return replace(self, legal=legal, committed=self.committed if holds else None)

    def share(self, planned: int | None, channel: int, day: date) -> int | None:
        """Return the minutes of a step, as much fewer as the channel's limit is shorter."""
        longest, own = self.on(day), self.of(channel).on(day)
        if planned is None or own == longest or own is None or longest is None:
            return planned
        return planned * minutes(own) // minutes(longest)

    def promised(self, day: date) -> Limit | None:
        """Return the province's own limit, None before the day from which it holds."""
        holds = self.committed_from is None or self.committed_from <= day
        return self.committed if holds else None

    def on(self, day: date) -> Limit | None:
        """Return the limit that counts on a date."""
        return self.promised(day) or self.legal


def form(config: Mapping[str, Any]) -> forms.Form:
    """Return the form; equal ones, as most generated ones are, are read once and shared.

    Raises forms.DefinitionError.
    """
    return _form(json.dumps(config.get("form"), sort_keys=True, default=str))


def steps(config: Mapping[str, Any]) -> workflow.Definition:
    """Return the workflow; equal ones are read once and shared. Raises DefinitionError."""
    return _steps(json.dumps(config.get("workflow"), default=str))


@lru_cache(maxsize=PARTS_KEPT)
def _form(text: str) -> forms.Form:
    return forms.parse(json.loads(text))


@lru_cache(maxsize=PARTS_KEPT)
def _steps(text: str) -> workflow.Definition:
    return workflow.parse(json.loads(text))


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
    if not isinstance(stated, Mapping):
        raise ConfigError(N_("The limit is a mapping of legal, committed and committed_from."))
    legal, committed = (_limit(stated.get(key)) for key in ("legal", "committed"))
    if legal and committed and minutes(committed) > minutes(legal):
        raise ConfigError(
            N_("The committed limit %(committed)s is longer than the legal one, %(legal)s."),
            committed=committed,
            legal=legal,
        )
    begins_on, own = day(stated.get("committed_from")), stated.get("legal_by_channel") or {}
    return Terms(legal, committed, begins_on, dict(_by_channel(own, legal)))


def _by_channel(stated: object, legal: Limit | None) -> Iterator[tuple[str, Limit]]:
    if not isinstance(stated, Mapping) or not set(stated) <= set(CHANNELS):
        raise ConfigError(
            N_("legal_by_channel is a mapping with some of these: %(channels)s."),
            channels=", ".join(CHANNELS),
        )
    for channel, text in stated.items():
        limit = parse_limit(str(text))
        if legal is None or minutes(limit) > minutes(legal):
            raise ConfigError(
                N_("The limit %(limit)s of %(channel)s is longer than the legal one, %(legal)s."),
                limit=limit,
                channel=channel,
                legal=legal or "–",
            )
        yield channel, limit


def day(value: object) -> date | None:
    """Return a date written in a file (a date) or kept in the database (a text).

    Raises ConfigError.
    """
    try:
        return date.fromisoformat(value) if isinstance(value, str) else _date(value)
    except ValueError as error:
        raise ConfigError(
            N_("%(value)s is not a date: write it like 2026-07-01."), value=value
        ) from error


def minutes(limit: Limit) -> int:
    """Return the working minutes a limit is worth in a plain week."""
    return limit_minutes(limit, PLAIN_WEEK)


def _date(value: object) -> date | None:
    if value is None or type(value) is date:
        return value
    raise ValueError(value)


def _limit(text: object) -> Limit | None:
    return parse_limit(str(text)) if text else None
