# SPDX-License-Identifier: Apache-2.0
"""Answers that are true or false: a question to answer, a box to tick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Option, Posted
from motcua.rules.forms.texts import Text

_WORDS: Mapping[object, bool] = MappingProxyType(
    {"yes": True, "true": True, "on": True, "no": False, "false": False}
)
_YES_NO = (Option("yes", Text("Có", "Yes")), Option("no", Text("Không", "No")))


def truth(value: object) -> bool:
    """True or false as sent by a machine (a boolean) or a browser (a word). Raises: Refused."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value not in _WORDS:
        raise Refused("yes_or_no")
    return _WORDS[value]


@dataclass(frozen=True, slots=True)
class YesNo(Kind):
    """`yes_no`: true, false, or not answered. No settings."""

    name = "yes_no"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """`yes` is true, `no` is false."""
        return truth(value)

    @property
    def options(self) -> tuple[Option, ...]:
        """Yes and no, as a browser posts them."""
        return _YES_NO

    @property
    def input(self) -> Input:
        """Two buttons."""
        return Input(widget="radio")


@dataclass(frozen=True, slots=True)
class Checkbox(Kind):
    """`checkbox`: ticked or not, never ticked beforehand. When required, it must be ticked."""

    name = "checkbox"
    unanswered: ClassVar[Json] = False
    lack: ClassVar[str] = "must_tick"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """Whether the box is ticked."""
        return truth(value)

    def lacks(self, value: Json) -> bool:
        """Only a tick will do."""
        return value is not True

    def read(self, posted: Posted, name: str) -> Json:
        """A box that was not ticked is not posted at all."""
        values = posted.get(name)
        return values[-1] if values else False

    @property
    def input(self) -> Input:
        """One box."""
        return Input(widget="checkbox", type="checkbox")
