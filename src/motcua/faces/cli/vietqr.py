# SPDX-License-Identifier: Apache-2.0
"""`motcua vietqr`: the text of a bank transfer's QR code; needs no database."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from motcua.kit.datafiles import read_csv
from motcua.rules.vietqr import Transfer, VietQrError, payload
from motcua.rules.words import N_

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

NAME = "vietqr"
EXAMPLE = """\
example:
  motcua vietqr --bin 970403 --account 0011012345678 --amount 180000 --purpose "Phí hộ tịch"

Without --amount the payer types the amount and the code may be used again. Marks of the purpose
are left out; at most 25 characters fit.
"""


def register(subparsers: Subparsers) -> None:
    """Add the command's options."""
    parser = subparsers.add_parser(
        NAME,
        description="Print the text of a VietQR code.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--bin", required=True, help="six digits of the bank, as NAPAS lists them")
    parser.add_argument("--account", required=True, help="account or card number")
    parser.add_argument("--card", action="store_true", help="the number is that of a card")
    parser.add_argument("--amount", type=_dong, help="whole đồng, at least 1")
    parser.add_argument("--purpose", default="", help="what the payment is for")


def run(options: argparse.Namespace) -> int:
    """Print the payload; raise `VietQrError` for a transfer that no bank would carry out."""
    transfer = Transfer(
        bank=options.bin,
        account=options.account,
        card=options.card,
        amount_vnd=options.amount,
        purpose=options.purpose,
    )
    text = payload(transfer)
    if options.bin not in {row["bin"] for row in read_csv("banks/napas.csv")}:
        raise VietQrError(N_("No bank has the number %(bin)s."), bin=options.bin)
    print(text)
    return 0


def _dong(text: str) -> int:
    if not text.removeprefix("-").isascii() or not text.removeprefix("-").isdigit():
        raise argparse.ArgumentTypeError(f"{ascii(text[:40])} is not a whole number of đồng")
    return int(text[:20])
