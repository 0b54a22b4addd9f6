# SPDX-License-Identifier: Apache-2.0
"""Answers by dotted name: `child.name` stands under `name` in what stands under `child`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.rules.forms.kinds.kind import Json


def dig(answers: object, name: str) -> Any:
    """What stands under the name, None when nothing does."""
    here = answers
    for part in name.split("."):
        if not isinstance(here, Mapping):
            return None
        here = here.get(part)
    return here


def put(answers: dict[str, Json], name: str, value: Json) -> None:
    """Place a value under the name, making the mappings on the way."""
    *way, last = name.split(".")
    here = answers
    for part in way:
        step = here.setdefault(part, {})
        if not isinstance(step, dict):
            step = here[part] = {}
        here = step
    here[last] = value
