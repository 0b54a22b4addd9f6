# SPDX-License-Identifier: Apache-2.0
"""A form: pages of fields, immutable, made once for a version of a procedure and shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from motcua.rules.conditions import Condition, Speech
from motcua.rules.conditions.answers import Scalar
from motcua.rules.conditions.speech import plain
from motcua.rules.forms.kinds.groups import Group
from motcua.rules.forms.kinds.kind import Input, Kind, Option, Privacy
from motcua.rules.forms.texts import Text


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `fields` are the parts of an address or the fields of one row of a group;
    `order` has the latter each after those its visibility depends on.

    Names inside a group are those of a row; the name of a part begins with that of its whole.
    `own` marks a question about the very person who fills the form in, so that a browser or the
    account may propose the answer.
    """

    name: str
    answer: Kind
    label: Text
    hint: Text | None = None
    required: bool = False
    required_if: Condition | None = None
    show_if: Condition | None = None
    privacy: Privacy = Privacy.BASIC
    own: bool = False
    width: str = "full"
    fields: tuple[Field, ...] = ()
    order: tuple[Field, ...] = ()

    @property
    def kind(self) -> str:
        """The name of the kind of answer, such as `person_name`."""
        return self.answer.name

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen, empty for other kinds."""
        chosen_from: tuple[Option, ...] = getattr(self.answer, "options", ())
        return chosen_from

    @property
    def input(self) -> Input:
        """How to draw the field."""
        return self.answer.input

    @property
    def autocomplete(self) -> str:
        """HTML's autocomplete: what the answer is, when it is about the person at the keyboard."""
        return self.answer.purpose if self.own else "off"

    @property
    def sensitive(self) -> bool:
        """Whether the answer is sensitive personal data."""
        return self.privacy is Privacy.SENSITIVE

    @property
    def repeats(self) -> bool:
        """Whether the answer is a list of rows."""
        return isinstance(self.answer, Group)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a form."""

    name: str
    title: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Pages in their order; `order` has each field after those its visibility depends on."""

    pages: tuple[Page, ...]
    order: tuple[Field, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of all pages."""
        return tuple(field for page in self.pages for field in page.fields)

    def page(self, name: str) -> Page:
        """The page called `name`. Raises: KeyError."""
        for page in self.pages:
            if page.name == name:
                return page
        raise KeyError(name)

    def names(self) -> frozenset[str]:
        """Every name a condition of the procedure (on a paper, a fee) may look at."""
        return frozenset(name for field in self.fields for name in named(field))

    def speech(self, language: str, translate: Callable[[str], str] = str) -> Speech:
        """The words in which to say a condition on this form: labels instead of names."""
        known = {name: field for top in self.fields for name, field in _everywhere(top)}

        def label(name: str) -> str:
            return known[name].label[language] if name in known else name

        def value(name: str, given: Scalar) -> str:
            options = known[name].options if name in known else ()
            labels = [option.label[language] for option in options if option.value == given]
            return labels[0] if labels else plain(name, given)

        return Speech(translate, label, value)


def named(field: Field) -> Iterator[str]:
    """The names under which the answer can be looked up from outside: its own, and its parts'."""
    yield field.name
    if not field.repeats:
        for part in field.fields:
            yield from named(part)


def _everywhere(field: Field) -> Iterator[tuple[str, Field]]:
    yield field.name, field
    for part in field.fields:
        yield from _everywhere(part)
