# SPDX-License-Identifier: Apache-2.0
"""PDF from a typst template and plain values; user text travels as JSON, never as source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import typst

# Debian's fonts-liberation2: metric-compatible with Times New Roman, every Vietnamese letter.
LIBERATION = Path("/usr/share/fonts/truetype/liberation2")

_one_at_a_time = Lock()  # a compiler refuses a second thread: "Already borrowed"


@lru_cache(maxsize=1)
def font_paths() -> tuple[str, ...]:
    """Return the folders of the serif faces to print with; Noto Serif comes with a wheel."""
    spec = find_spec("fontpkg_noto_serif")
    noto = [Path(spec.origin).parent / "files"] if spec and spec.origin else []
    return tuple(str(folder) for folder in (LIBERATION, *noto) if folder.is_dir())


@lru_cache(maxsize=32)
def _compiler(template: Path) -> Any:
    make: Any = typst.Compiler  # its type variable has no value here
    return make(
        template,
        font_paths=list(font_paths()),
        ignore_system_fonts=True,
        sys_inputs={"values": "{}"},
    )


def pdf(template: Path, values: Mapping[str, Any]) -> bytes:
    """Typeset the template, which reads its values from `sys.inputs.values`."""
    inputs = {"values": json.dumps(values, ensure_ascii=False)}
    with _one_at_a_time:
        return bytes(_compiler(template).compile(format="pdf", sys_inputs=inputs))
