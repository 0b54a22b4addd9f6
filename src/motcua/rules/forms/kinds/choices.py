# SPDX-License-Identifier: Apache-2.0
"""Answers chosen from the options of the field: one of them, several of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from motcua.rules.forms.definition import Definition, DefinitionError
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Option, Posted
from motcua.rules.forms.kinds.lines import a_line

_OPTIONS_MOST = 500
_VALUE_MOST = 100
_RADIO_MOST = 6


def options_of(definition: Definition) -> tuple[Option, ...]:
    """The options written under `options`: [{value, label: {vi, en}}]. Raises: DefinitionError."""
    options: dict[str, Option] = {}
    for written in definition.list("options"):
        option = Option(written.text("value"), written.words("label"))
        written.done()
        if len(option.value) > _VALUE_MOST:
            raise DefinitionError(written.at("value"), "bad_text")
        if option.value in options:
            raise DefinitionError(written.at("value"), "duplicate", name=option.value)
        options[option.value] = option
    if len(options) > _OPTIONS_MOST:
        raise DefinitionError(definition.at("options"), "too_many", most=_OPTIONS_MOST)
    return tuple(options.values())


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """`choice`: the value of one option. Setting: options."""

    name = "choice"
    options: tuple[Option, ...]

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Setting options."""
        return cls(options_of(definition))

    def clean(self, value: object, asked: Asked) -> Json:
        """One of the values."""
        text = a_line(value, _VALUE_MOST)
        if text and all(text != option.value for option in self.options):
            raise Refused("unknown_choice")
        return text

    @property
    def input(self) -> Input:
        """A few options as buttons, more as a list."""
        return Input(widget="radio" if len(self.options) <= _RADIO_MOST else "select")


@dataclass(frozen=True, slots=True)
class ManyChoices(Kind):
    """`many_choices`: a list of values. Settings: options, min (0), max (all of them)."""

    name = "many_choices"
    options: tuple[Option, ...]
    least: int
    most: int

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings options, min, max."""
        options = options_of(definition)
        least = definition.whole("min", 0, 0, len(options))
        return cls(
            options, least, definition.whole("max", len(options), max(least, 1), len(options))
        )

    def clean(self, value: object, asked: Asked) -> Json:
        """The values chosen, each once, in the order of the options."""
        if not isinstance(value, list):
            raise Refused("wrong_shape")
        known = [option.value for option in self.options]
        if any(not isinstance(one, str) or one not in known for one in value):
            raise Refused("unknown_choice")
        chosen: list[Json] = [one for one in known if one in value]
        if len(chosen) < self.least:
            raise Refused("too_few_choices", least=self.least)
        if len(chosen) > self.most:
            raise Refused("too_many_choices", most=self.most)
        return chosen

    @property
    def input(self) -> Input:
        """A box to tick for each option."""
        return Input(widget="checkboxes")

    def read(self, posted: Posted, name: str) -> Json:
        """All the values posted."""
        return [one for one in posted.get(name, ()) if one]
