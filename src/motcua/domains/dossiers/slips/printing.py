# SPDX-License-Identifier: Apache-2.0
"""Values of a form as a PDF."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import segno

from motcua.kit import typeset

TEMPLATE: Final = Path(__file__).parents[1] / "print" / "form.typ"


def pdf(values: Mapping[str, Any], *, secret: str = "") -> bytes:
    """Typeset a form; `secret` is printed for the applicant only and kept nowhere."""
    drawn = {**values, "qr": square(values["link"]), "secret": secret}
    return typeset.pdf(TEMPLATE, drawn)


def square(link: str) -> str:
    """Return the QR code of a link as SVG, "" for none."""
    if not link:
        return ""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", border=1, xmldecl=False)
    return out.getvalue().decode()
