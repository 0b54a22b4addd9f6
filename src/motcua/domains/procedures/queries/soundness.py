# SPDX-License-Identifier: Apache-2.0
"""Every configured procedure at every unit that may run it, checked from the files alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from motcua.domains.procedures.catalogue import entries, files
from motcua.domains.procedures.catalogue.entries import Entry
from motcua.domains.procedures.catalogue.files import Unit
from motcua.domains.procedures.reading import unknown
from motcua.domains.procedures.soundness import Problem, problems
from motcua.kit import datafiles
from motcua.kit.access import Role
from motcua.rules.words import N_

ROLES = frozenset(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class Unsound:
    """A procedure that cannot run, at one unit, or (`unit` None) at all of its units."""

    procedure: str
    unit: str | None
    problem: Problem


@dataclass(frozen=True, slots=True)
class Findings:
    """What the check counted; see docs/glossary.md for catalogue, configured and pairs.

    A procedure whose limit, papers or online level is unknown is sound, counted apart, and never
    offered end to end. `to_verify` counts procedures with any part nobody saw a source for. `own`
    are those under numbers of our own, which the national catalogue does not have: they are checked
    like all others and counted nowhere else.
    """

    catalogue: int
    configured: int
    authored: int
    units: int
    pairs: int
    unsound: tuple[Unsound, ...]
    unknown_limit: int
    unknown_papers: int
    unknown_online_level: int
    to_verify: int
    own: int


def check(data: Path | None = None) -> Findings:
    """Check the files of a data folder; reads no table. Raises Unreadable, Refusal."""
    data = data or datafiles.root()
    listed = files.units(data)
    found = list(entries.entries(data))
    every_pair = [(entry.code, unit) for entry in found for unit in entry.competent(listed)]
    national = {str(facts["code"]) for facts in files.catalogue(data)}
    pairs = [pair for pair in every_pair if pair[0] in national]
    configs = [entry.config for entry in found if entry.code in national]
    missing = Counter(part for config in configs for part in unknown(config))
    return Findings(
        catalogue=len(national),
        configured=len(configs),
        authored=sum(config["source"] == "authored" for config in configs),
        units=len({unit for _, unit in pairs}),
        pairs=len(pairs),
        unsound=(*_procedures(found, listed), *_pairs(every_pair, listed), *_strays(data, found)),
        unknown_limit=missing["limit"],
        unknown_papers=missing["papers"],
        unknown_online_level=missing["online_level"],
        to_verify=sum(bool(config.get("to_verify")) for config in configs),
        own=len(found) - len(configs),
    )


def _procedures(found: list[Entry], listed: Mapping[str, Unit]) -> Iterator[Unsound]:
    for entry in found:
        for problem in problems(entry.config, roles=ROLES, agencies=listed):
            yield Unsound(entry.code, None, problem)


def _pairs(pairs: list[tuple[str, str]], listed: Mapping[str, Unit]) -> Iterator[Unsound]:
    centres = {unit.key for unit in listed.values() if unit.kind == "service_centre"}
    for code, unit_code in pairs:
        unit = listed.get(unit_code)
        if unit is None:
            yield Unsound(code, unit_code, Problem("unit", N_("This agency is not in the list.")))
        elif unit.one_stop not in centres:
            sentence = N_("No one-stop centre receives dossiers for this agency.")
            yield Unsound(code, unit_code, Problem("unit", sentence))


def _strays(data: Path, found: list[Entry]) -> Iterator[Unsound]:
    """Yield the authored files of procedures that are not configured: they would never be used."""
    configured = {entry.code for entry in found}
    for code in sorted(files.authored(data).keys() - configured):
        sentence = N_("The catalogue has no such procedure in force.")
        yield Unsound(code, None, Problem("code", sentence))
