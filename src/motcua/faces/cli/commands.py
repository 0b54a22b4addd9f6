# SPDX-License-Identifier: Apache-2.0
"""The table of commands: where each is, what it is for, whether it needs Django set up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Command:
    """One command; with `django` its module is imported after Django has been set up."""

    module: str
    purpose: str
    django: bool


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "due": Command("motcua.faces.cli.due", "print when a dossier is due", django=False),
    }
)
