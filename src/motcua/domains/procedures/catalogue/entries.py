# SPDX-License-Identifier: Apache-2.0
"""One entry per configured procedure: its facts, its configuration, its competent units."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from motcua.domains.procedures.catalogue import files
from motcua.domains.procedures.catalogue.files import Facts, Rule, Unit
from motcua.kit.refusal import Refusal
from motcua.rules import interlinking
from motcua.rules.generation import choose, configure
from motcua.rules.words import N_

Config = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """What there is to publish for one code."""

    code: str
    facts: Facts
    config: Config
    rules: tuple[Rule, ...]

    @cached_property
    def digest(self) -> str:
        """One digest of facts and configuration: a different one means another version."""
        return digest(self.config, self.facts)

    @property
    def level(self) -> str:
        """At which level it is decided: province, commune or both."""
        levels = {rule.level for rule in self.rules} or stated_levels(self.facts)
        return "both" if len(levels) > 1 else levels.pop()

    def competent(self, units: Mapping[str, Unit]) -> dict[str, Rule]:
        """Return the code of every competent unit with the rule that makes it so."""
        found: dict[str, Rule] = {}
        for rule in self.rules:
            for code in _codes(rule, units.values()):
                found.setdefault(code, rule)
        return found


def entries(data: Path) -> Iterator[Entry]:
    """Yield every procedure that is not repealed: authored where a file is, else generated.

    Those that only our own files know come last. Raises Refusal for a group of unknown members.
    """
    written, processes = files.authored(data), files.processes(data)
    competence = files.competence(data)
    for facts in files.catalogue(data):
        if facts["repealed"]:
            continue
        code = facts["code"]
        config = written.get(code) or configure(facts, process=choose(processes.get(code, ())))
        yield Entry(code, facts, whole(config, written), tuple(competence.get(code, ())))
    for facts in files.unlisted(written):
        config = written[facts["code"]]
        yield Entry(config["code"], facts, whole(config, written), files.own_rules(config))


def whole(config: Config, written: Mapping[str, Config]) -> Config:
    """Return the configuration with the form and papers of its members, if it has members.

    Raises Refusal for members that no file describes, MemberError for a list that cannot be.
    """
    members = interlinking.parse(config.get("members"))
    unknown = [one.code for one in members if one.code not in written]
    if unknown:
        raise Refusal(
            N_("The group %(code)s names members that no file describes: %(members)s."),
            code=config["code"],
            members=", ".join(unknown),
        )
    return {**config, **interlinking.composed(members, written)} if members else config


def digest(config: Config, facts: Facts) -> str:
    """Return SHA-256 over configuration and facts, whatever the order of their keys."""
    return hashlib.sha256(_dump([config, facts]).encode()).hexdigest()


def stated_levels(facts: Facts) -> set[str]:
    """Return the levels the catalogue names; the province when it names none of ours."""
    named = {"tinh": "province", "xa": "commune"}
    found = {named[level] for level in facts.get("levels", ()) if level in named}
    return found or {"province"}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_text)


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _codes(rule: Rule, units: Iterable[Unit]) -> Iterator[str]:
    if rule.unit == files.ALL_COMMUNES:
        for unit in units:
            if unit.level == "commune" and unit.kind == "people_committee":
                yield unit.code
    elif rule.unit:
        yield rule.unit
