# SPDX-License-Identifier: Apache-2.0
"""QR codes drawn as SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from motcua.faces.design.squares import square


def test_a_square_fills_its_box_and_carries_no_style() -> None:
    drawing = ET.fromstring(square("H05.1-260703-0001"))

    assert drawing.tag == "svg"
    assert drawing.get("viewBox")
    assert not {"style", "width", "height"} & set(drawing.keys())


def test_different_codes_make_different_squares() -> None:
    assert square("H05.1-260703-0001") != square("H05.1-260703-0002")
