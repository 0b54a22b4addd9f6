# SPDX-License-Identifier: Apache-2.0
"""Text to read between the fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Posted, Privacy


@dataclass(frozen=True, slots=True)
class Statement(Kind):
    """`statement`: its label is the text; it has no answer. No settings."""

    name = "statement"
    privacy: ClassVar[Privacy] = Privacy.PUBLIC
    answers: ClassVar[bool] = False

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """Refuse whatever is sent."""
        raise Refused("wrong_shape")

    def read(self, posted: Posted, name: str) -> Json:
        """Nothing."""
        return None

    @property
    def input(self) -> Input:
        """A paragraph."""
        return Input(widget="note")
