# SPDX-License-Identifier: Apache-2.0
"""`motcua print`: an official form of a dossier as a PDF file."""

from __future__ import annotations

import argparse
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.slips import pdf_of
from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.quality.register_paper import register_codes_of, register_of
from motcua.kit import clock
from motcua.kit.access import SYSTEM, log_view
from motcua.kit.faults import NotFound
from motcua.kit.premises import disk_refusals
from motcua.kit.refusal import Refusal
from motcua.rules.numbering import parse_dossier_code
from motcua.rules.words import N_

NAME = "print"
FORM_NAMES = "\n".join(
    f"  {kind:<16}{form.title}" + (f" (mẫu số {form.number})" if form.number else "")
    for kind, form in FORMS.items()
)


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        NAME,
        description="Write an official form of a dossier as PDF, issuing it where it is due.",
        epilog=f"forms:\n{FORM_NAMES}\n\nThe register is that of the receiving unit and month.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [str(kind) for kind in SlipKind]
    parser.add_argument("form", metavar="FORM", choices=names, help="see the list below")
    parser.add_argument("code", metavar="DOSSIER_CODE", help="such as H05.43-260703-0001")
    parser.add_argument("--out", metavar="FILE.pdf", required=True, help="where to write it")


def run(options: argparse.Namespace) -> int:
    """Write the file whole or not at all; exit status 2 for a code that is none, 1 otherwise."""
    parse_dossier_code(options.code)
    out = Path(options.out)
    _must_be_writable(out)
    code = options.code.strip().upper()
    try:
        body = _pdf(options.form, code)
    except NotFound as error:
        raise Refusal(N_("There is no dossier %(code)s."), code=code) from error
    _write(out, body)
    return 0


def _pdf(form: str, code: str) -> bytes:
    """Return the form; who is named on it can read in the ledger that the terminal printed it."""
    at = clock.now()
    if form == SlipKind.REGISTER:
        body, codes = register_of(code, at=at), register_codes_of(code)
    else:
        command = By(SYSTEM, at, uuid4())
        body, codes = pdf_of(issue_slip(by=command, code=code, kind=form)), [code]
    log_view(actor=SYSTEM, at=at, page="cli/print", purpose="operating", subjects=codes)
    return body


def _must_be_writable(out: Path) -> None:
    """Say at once that nothing could be written, before a number is given."""
    if out.is_dir():
        raise Refusal(N_("%(path)s is a folder; name a file."), path=out)
    if not out.parent.is_dir():
        raise Refusal(N_("The folder %(path)s does not exist."), path=out.parent)
    if not os.access(out if out.exists() else out.parent, os.W_OK):
        raise Refusal(N_("No permission to write %(path)s."), path=out)


def _write(out: Path, body: bytes) -> None:
    """Put the file in its place in one step."""
    with disk_refusals(out):
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
            os.chmod(name, 0o644)
            os.replace(name, out)
        except OSError:
            with suppress(OSError):
                os.unlink(name)
            raise
