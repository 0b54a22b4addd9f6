# SPDX-License-Identifier: Apache-2.0
"""Answers that stand for something kept elsewhere: attached files, a number in a register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition, DefinitionError
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Posted, Privacy
from motcua.rules.forms.kinds.lines import a_line

_FILES_MOST = 20
_PAPER_MOST = 60
_REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_NUMBER_MOST = 100


@dataclass(frozen=True, slots=True)
class File(Kind):
    """`file`: references of files in the vault. Settings: paper (its code), max_files (1)."""

    name = "file"
    privacy: ClassVar[Privacy] = Privacy.SENSITIVE
    paper: str
    most: int

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings paper, max_files."""
        paper = definition.name("paper")
        if len(paper) > _PAPER_MOST:
            raise DefinitionError(definition.at("paper"), "bad_name")
        return cls(paper, definition.whole("max_files", 1, 1, _FILES_MOST))

    def clean(self, value: object, asked: Asked) -> Json:
        """The references, each once; whether the files are there is the vault's to say."""
        sent = value if isinstance(value, list) else [value]
        if len(sent) > self.most:
            raise Refused("too_many_files", most=self.most)
        if not all(isinstance(one, str) and _REFERENCE.fullmatch(one) for one in sent):
            raise Refused("file")
        return list(dict.fromkeys(sent))

    def read(self, posted: Posted, name: str) -> Json:
        """All the references posted."""
        return [one for one in posted.get(name, ()) if one]

    @property
    def input(self) -> Input:
        """A file chooser."""
        return Input(widget="file", type="file")


@dataclass(frozen=True, slots=True)
class RegisterValue(Kind):
    """`register_value`: a number another register knows. Settings: register, max_length (100)."""

    name = "register_value"
    registry: str
    most: int

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings register, max_length."""
        most = definition.whole("max_length", _NUMBER_MOST, 1, _NUMBER_MOST)
        return cls(definition.name("register"), most)

    def clean(self, value: object, asked: Asked) -> Json:
        """The number, when the register has it."""
        text = a_line(value, self.most)
        if text and not asked.lookups.register(self.registry, text):
            raise Refused("not_in_register")
        return text

    @property
    def input(self) -> Input:
        """A text box."""
        return Input(max_length=self.most, width="half")
