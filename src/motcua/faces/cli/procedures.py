# SPDX-License-Identifier: Apache-2.0
"""`motcua procedures check`: whether every configured procedure can run at each of its units."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping
from dataclasses import asdict

from motcua.domains.procedures import queries
from motcua.domains.procedures.queries import Findings, Unsound
from motcua.kit.terminal import Terminal

NAME = "procedures"
ROWS: Mapping[str, str] = {
    "catalogue": "procedures in the national catalogue",
    "configured": "of them configured (not repealed)",
    "authored": "of the configured authored, the others generated",
    "units": "units that decide dossiers",
    "pairs": "pairs of procedure and competent unit",
    "unknown_limit": "without a known time limit",
    "unknown_papers": "without a known list of papers",
    "unknown_online_level": "without a known online level",
    "to_verify": "with something to verify",
    "own": "more under numbers of our own, counted in no other line",
}


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="work on the configured procedures")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser(
        "check",
        help="check every configured procedure at each unit that may run it; needs no database",
    )
    check.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(options: argparse.Namespace) -> int:
    """Check the files; exit status 1 when a procedure is unsound."""
    started = time.perf_counter()
    findings = queries.check()
    seconds = round(time.perf_counter() - started, 3)
    print(_json(findings, seconds) if options.json else _table(findings, seconds))
    return 1 if findings.unsound else 0


def _json(findings: Findings, seconds: float) -> str:
    unsound = [
        {"procedure": one.procedure, "unit": one.unit, "problem": str(one.problem)}
        for one in findings.unsound
    ]
    counted = {**asdict(findings), "unsound": unsound, "seconds": seconds}
    return json.dumps(counted, ensure_ascii=False)


def _table(findings: Findings, seconds: float) -> str:
    counted = asdict(findings)
    lines = [f"{counted[key]:>8,}  {words}" for key, words in ROWS.items()]
    lines.append(f"{len(findings.unsound):>8,}  unsound")
    lines += map(_line, findings.unsound)
    return "\n".join([*lines, f"{seconds:>8.1f}  seconds"])


def _line(one: Unsound) -> str:
    where = f"{one.procedure} at {one.unit}" if one.unit else one.procedure
    problem = Terminal().text(one.problem.sentence, **one.problem.params)
    return f"          {where}: {one.problem.part}: {problem}"
