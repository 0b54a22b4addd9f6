# SPDX-License-Identifier: Apache-2.0
"""`motcua reconcile`: compares a file of the bank with what was booked."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from motcua.domains.payments.acts.reconcile import Report, reconcile
from motcua.kit import clock
from motcua.kit.access import SYSTEM
from motcua.rules.reconciliation import KINDS, BankFileError, Finding
from motcua.rules.words import N_

NAME = "reconcile"
LARGEST = 64 * 1024 * 1024
DIFFERING = 1
EPILOG = """\
Exit status: 0 everything fits, 1 there are differences, 2 the file cannot be used (nothing was
compared). The file's format: docs/reference/bank_file.md.
"""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        NAME,
        help="compare a bank's file with the ledger",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the bank's file (CSV)")
    parser.add_argument("--json", action="store_true", help="print the differences as JSON")


def run(args: argparse.Namespace) -> int:
    """Print every difference; raise `BankFileError` for a file that cannot be used."""
    report = reconcile(actor=SYSTEM, at=clock.now(), raw=_bytes(args.file))
    print(_as_json(report) if args.json else _as_text(report))
    return DIFFERING if report.differences else 0


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise BankFileError(
            N_("The file %(name)s cannot be read: %(why)s."), name=path, why=error.strerror
        ) from error
    if len(raw) > LARGEST:
        raise BankFileError(N_("The file is larger than %(most)s MB."), most=LARGEST >> 20)
    return raw


def _as_json(report: Report) -> str:
    told = {
        "period": [report.first_on.isoformat(), report.last_on.isoformat()],
        "lines": report.lines,
        "matched": report.matched,
        "compared_before": report.again,
        "differences": [asdict(one) for one in report.differences],
    }
    return json.dumps(told, ensure_ascii=False)


def _as_text(report: Report) -> str:
    head = f"{report.lines} lines, {report.matched} matched, {len(report.differences)} differences"
    return "\n".join((head, *map(_line, report.differences)))


def _line(one: Finding) -> str:
    known = (f"dossier {one.dossier_code}" if one.dossier_code else "", one.transaction)
    where = " ".join(part for part in (one.reference or "-", *known) if part)
    return (
        f"{one.kind}: {where}: expected {one.expected_vnd}, got {one.got_vnd} ({KINDS[one.kind]})"
    )
