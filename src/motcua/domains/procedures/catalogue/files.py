# SPDX-License-Identifier: Apache-2.0
"""Where the files are and how their rows read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua.kit.datafiles import read_csv, read_jsonl, read_yaml
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

ALL_COMMUNES = "all_communes"
CATALOGUE = "catalogue/procedures.jsonl"
PROCESSES = "catalogue/internal_processes.jsonl"
COMPETENCE = "catalogue/competence.csv"
SYNONYMS = "catalogue/synonyms.yaml"
AGENCIES = "units/agencies.csv"
AUTHORED = "procedures"
INTERLINKED = "interlinked"
INPUTS = (CATALOGUE, PROCESSES, COMPETENCE, AGENCIES, AUTHORED, INTERLINKED)

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Unit:
    """An agency that decides dossiers, as the files know it; `one_stop` is a key."""

    key: str
    code: str
    kind: str
    level: str
    one_stop: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the competence list; `unit` is an agency code, or all communes, or empty."""

    procedure_code: str
    level: str
    unit: str
    certainty: str
    to_verify: bool


def catalogue(data: Path) -> Iterator[Facts]:
    """Yield the national facts of every procedure in scope, by code."""
    yield from read_jsonl(data / CATALOGUE)


def authored(data: Path) -> dict[str, dict[str, Any]]:
    """Return the authored procedure files by code. Raises Refusal when a code comes twice."""
    found: dict[str, dict[str, Any]] = {}
    paths = [path for room in (AUTHORED, INTERLINKED) for path in (data / room).rglob("*.yaml")]
    for path in sorted(paths):
        config = read_yaml(path)
        if config["code"] in found:
            raise Refusal(N_("Two files configure the procedure %(code)s."), code=config["code"])
        found[config["code"]] = config
    return found


def unlisted(written: Mapping[str, Facts]) -> list[Facts]:
    """Return the facts of authored procedures that the national catalogue does not have."""
    return [config["facts"] for config in written.values() if "facts" in config]


def own_rules(config: Facts) -> tuple[Rule, ...]:
    """Return who is competent, as the file of an unlisted procedure says."""
    return tuple(
        Rule(config["code"], row["level"], row["unit"], row["certainty"], row["to_verify"])
        for row in config.get("competence") or ()
    )


def processes(data: Path) -> dict[str, list[Mapping[str, Any]]]:
    """Return the published internal processes by procedure code."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for process in read_jsonl(data / PROCESSES):
        if "procedure_code" in process:
            found.setdefault(process["procedure_code"], []).append(process)
    return found


def competence(data: Path) -> dict[str, list[Rule]]:
    """Return who is competent, by procedure code."""
    found: dict[str, list[Rule]] = {}
    for row in read_csv(data / COMPETENCE):
        rule = Rule(
            procedure_code=row["procedure_code"],
            level=row["level"],
            unit=row["unit_rule"],
            certainty=row["certainty"],
            to_verify=row["to_verify"] == "1",
        )
        found.setdefault(rule.procedure_code, []).append(rule)
    return found


def units(data: Path) -> dict[str, Unit]:
    """Return the agencies by code."""
    return {
        row["code"]: Unit(row["id"], row["code"], row["kind"], row["level"], row["one_stop_id"])
        for row in read_csv(data / AGENCIES)
    }
