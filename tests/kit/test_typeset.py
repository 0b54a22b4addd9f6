# SPDX-License-Identifier: Apache-2.0
"""PDF by typst, as worker and pages ask for it: several threads at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from motcua.kit import typeset

SOURCE = "#let values = json(bytes(sys.inputs.values))\n= #values.name\n#lorem(400)\n"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "letter.typ"
    path.write_text(SOURCE, "utf-8")
    return path


def test_threads_may_typeset_one_template_at_once(template: Path) -> None:
    names = [f"Nguyễn Thị {number}" for number in range(24)]

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda name: typeset.pdf(template, {"name": name}), names))

    assert all(body.startswith(b"%PDF-") for body in made)
    assert len(set(made)) == len(names)
