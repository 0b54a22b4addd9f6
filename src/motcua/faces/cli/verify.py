# SPDX-License-Identifier: Apache-2.0
"""`motcua verify`: derives statuses, due dates and audit chains anew from the event log."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.verification import Difference
from motcua.domains.support.queries import verification as petitions

NAME = "verify"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="compare what is stored with what the log says")
    parser.add_argument("--json", action="store_true", help="print the differences as JSON")


def run(args: argparse.Namespace) -> int:
    """Check every dossier; exit status 1 when anything differs."""
    checked, found = 0, []
    for number, differing in verification.differences():
        checked += number
        found += differing
        print(f"\r{checked:,}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    found += verification.checkpoint_differences()
    found += _petitions()
    if args.json:
        print(json.dumps({"checked": checked, "differences": [asdict(one) for one in found]}))
    else:
        print(f"{checked} dossiers checked, {len(found)} differences")
        for one in found:
            print(f"{one.kind} {one.dossier}: stored {one.stored}, derived {one.derived}")
    return 1 if found else 0


def _petitions() -> list[Difference]:
    """Return what petitions hold that does not follow from their log, in the same shape."""
    return [
        Difference(f"petition_{one.kind}", one.petition, one.stored, one.derived)
        for one in petitions.differences()
    ]
