# SPDX-License-Identifier: Apache-2.0
"""`motcua seed`: fills the tables with invented dossiers of every kind and state."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress

from django.conf import settings
from django.db import transaction

from motcua.domains.dossiers.bulk.writing import Inventor, batches
from motcua.domains.quality.bulk import write_facts
from motcua.kit import clock
from motcua.kit.refusal import Refusal
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_

NAME = "seed"
MOST = 10_000_000
BAR = 30


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="fill the tables with invented dossiers")
    parser.add_argument(
        "--dossiers", type=_count, required=True, metavar="N", help=f"how many, {MOST:,} at most"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="what chance begins with")


def run(args: argparse.Namespace) -> int:
    """Write them batch by batch, each batch whole; only in a demonstration."""
    if not settings.DEMO:
        raise Refusal(N_("Invented dossiers belong into a demonstration only."))
    until = clock.now().replace(minute=0, second=0, microsecond=0)
    inventor = Inventor(dossiers=args.dossiers, seed=args.seed, until=until)
    began, written = time.monotonic(), 0
    for size in batches(args.dossiers):
        with transaction.atomic():
            batch = inventor.write(size)
            write_facts(batch.facts, batch.obliged)
        written += size
        _show(written, args.dossiers, time.monotonic() - began)
    print(file=sys.stderr)
    Terminal().say(
        N_("%(count)s invented dossiers written in %(seconds)s seconds."),
        count=written,
        seconds=f"{time.monotonic() - began:.1f}",
    )
    return 0


def _count(text: str) -> int:
    with suppress(ValueError):
        if 1 <= (count := int(text)) <= MOST:
            return count
    raise argparse.ArgumentTypeError(f"{ascii(text[:40])} is not a whole number from 1 to {MOST:,}")


def _show(written: int, total: int, seconds: float) -> None:
    filled = BAR * written // total
    bar = "#" * filled + "." * (BAR - filled)
    rate = f"{written / max(seconds, 0.001):,.0f}/s"
    print(f"\r[{bar}] {written:,}/{total:,} {rate}", end="", file=sys.stderr, flush=True)
