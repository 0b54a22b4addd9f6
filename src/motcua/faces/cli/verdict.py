# SPDX-License-Identifier: Apache-2.0
"""`motcua verdict`: how a dossier, or all of them, stood at the end of a past day, by the log."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from motcua.domains.dossiers.queries.verdicts import verdict_on, verdicts_on
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound

NAME = "verdict"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="say how dossiers stood on a past day")
    parser.add_argument("code", nargs="?", default="", help="a dossier; all of them without it")
    parser.add_argument("--on", type=_day, required=True, help="YYYY-MM-DD")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Print it; exit status 1 for a dossier that did not exist on that day."""
    if not args.code:
        _print(dict(sorted(verdicts_on(args.on).items())), as_json=args.json)
        return 0
    try:
        found = verdict_on(args.code.upper(), args.on)
    except NotFound:
        print(f"{args.code}: no such dossier on {args.on}", file=sys.stderr)
        return 1
    _print({name: _plain(value) for name, value in asdict(found).items()}, as_json=args.json)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{ascii(text[:40])} is not a day; write it as 2026-07-10"
        ) from error


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(VN).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _print(values: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(values, ensure_ascii=False))
        return
    for name, value in values.items():
        print(f"{name}: {'' if value is None else value}")
