# SPDX-License-Identifier: Apache-2.0
"""Rows of the same fields, as many as a person needs: children, co-owners, workers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from motcua.rules.forms.definition import Definition, DefinitionError
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind
from motcua.rules.forms.texts import Text

ROWS_MOST = 50


@dataclass(frozen=True, slots=True)
class Group(Kind):
    """`group`: a list of rows. Settings: fields, min (0), max (10), item (the name of a row)."""

    name = "group"
    least: int
    most: int
    item: Text | None

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings min, max, item; the fields of a row are read as fields are."""
        least = definition.whole("min", 0, 0, ROWS_MOST)
        most = definition.whole("max", max(10, least), 1, ROWS_MOST)
        if least > most:
            raise DefinitionError(definition.path, "bad_range")
        return cls(least, most, definition.words_or_none("item"))

    def clean(self, value: object, asked: Asked) -> Json:
        """Nothing of its own but the number of rows: their fields are checked one by one."""
        if not isinstance(value, list):
            raise Refused("wrong_shape")
        if len(value) > self.most:
            raise Refused("too_many_rows", most=self.most)
        if len(value) < self.least:
            raise Refused("too_few_rows", least=self.least)
        return None

    @property
    def input(self) -> Input:
        """The boxes of every row."""
        return Input(widget="rows")
