# SPDX-License-Identifier: Apache-2.0
"""A page of a procedure's form made ready to draw, in the words of its reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext

from motcua.faces.design.answers import checked, shown, ticked
from motcua.faces.design.places import NOWHERE, Places
from motcua.faces.design.titles import active
from motcua.rules.conditions import Condition, Speech, lookup
from motcua.rules.forms import Fault, Field, Form, Page

Choices = tuple[tuple[str, str], ...]
Answers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file already sent for a question: its reference in the vault, name and size in bytes."""

    ref: str
    name: str
    size: int
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field as the reader sees it; `name` is the posted, dotted name."""

    name: str
    field: Field
    label: str
    hint: str
    error: str
    remark: str
    note: str
    required: bool
    required_when: str
    value: str
    ticked: bool
    chosen: tuple[str, ...]
    options: Choices
    show_if: str
    shown_when: str
    uploads: tuple[Upload, ...] = ()
    parts: tuple[Question, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a repeating group; `remove` is the action that takes it away, '' for none."""

    title: str
    questions: tuple[Question, ...]
    remove: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page to draw; `known` are answers of other pages its conditions look at (JSON)."""

    name: str
    title: str
    questions: tuple[Question, ...]
    faults: tuple[tuple[str | None, str], ...]
    known: str
    has_files: bool
    has_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a page is drawn with besides its answers, all keyed by dotted names.

    `remarks` are what an officer asks; `notes` say where an answer came from.
    """

    faults: Sequence[Fault] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Sequence[Upload]] = field(default_factory=dict)
    places: Places = NOWHERE


def page_view(
    form: Form, page: Page, answers: Answers, around: Surroundings = Surroundings()
) -> PageView:
    """Make a page ready; `answers` may be checked values or what was posted and refused.

    A field whose condition depends on other pages only is left out while the condition is false.
    """
    maker = _Maker(form, page, around)
    questions = maker.questions(page.fields, answers, "")
    return PageView(
        name=page.name,
        title=page.title[maker.language],
        questions=questions,
        faults=tuple(_summary(questions, maker.errors)),
        known=json.dumps(maker.known(answers), ensure_ascii=False),
        has_files=any(one.field.input.widget == "file" for one in _flat(questions)),
        has_required=any(one.required for one in _flat(questions)),
    )


class _Maker:
    """Draws the questions of one page for one reader."""

    def __init__(self, form: Form, page: Page, around: Surroundings) -> None:
        self.around = around
        self.language = active()
        self.speech: Speech = form.speech(self.language, gettext)
        self.errors = {one.path: one.say(gettext, self.language) for one in around.faults}
        self.here = frozenset(_names(page.fields))
        self.fields = page.fields

    def questions(
        self, fields: Iterable[Field], answers: Answers, prefix: str
    ) -> tuple[Question, ...]:
        """The questions of these fields that are, or on this very page may become, visible."""
        return tuple(
            self.question(one, answers, prefix)
            for one in fields
            if one.show_if is None or self.is_local(one.show_if) or one.show_if.holds(answers)
        )

    def question(self, one: Field, answers: Answers, prefix: str) -> Question:
        name, value = prefix + one.name, lookup(answers, one.name)
        return Question(
            name=name,
            field=one,
            label=one.label[self.language],
            hint=one.hint[self.language] if one.hint else "",
            error=self.errors.get(name, ""),
            remark=self.around.remarks.get(name, ""),
            note=self.around.notes.get(name, ""),
            required=one.required or _holds(one.required_if, answers),
            required_when=self.said(one.required_if),
            value=shown(one, value),
            ticked=ticked(value),
            chosen=checked(value),
            options=self.options(one, value, answers),
            show_if=self.rule(one.show_if, prefix),
            shown_when=self.said(one.show_if),
            uploads=tuple(self.around.uploads.get(name, ())),
            parts=() if one.repeats else self.questions(one.fields, answers, prefix),
            rows=tuple(self.rows(one, value, answers, name)) if one.repeats else (),
        )

    def rows(self, one: Field, value: object, answers: Answers, name: str) -> Iterable[Row]:
        given = (
            [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
        )
        least = max(one.answer.least, int(one.required))
        given += [{}] * (least - len(given))
        item = one.answer.item
        title = item[self.language] if item else one.label[self.language]
        for place, row in enumerate(given):
            questions = self.questions(one.fields, {**answers, **row}, f"{name}.{place}.")
            remove = f"remove:{name}.{place}" if len(given) > least else ""
            yield Row(f"{title} {place + 1}", questions, remove)

    def options(self, one: Field, value: object, answers: Answers) -> Choices:
        widget, places = one.input.widget, self.around.places
        if widget == "province":
            return tuple(places.provinces())
        if widget == "commune":
            whole = one.name.rpartition(".")[0]
            province = lookup(answers, f"{whole}.province") if whole else ""
            return tuple(places.communes(str(province or "")))
        return tuple((option.value, option.label[self.language]) for option in one.options)

    def is_local(self, condition: Condition) -> bool:
        return bool(condition.fields() & self.here)

    def said(self, condition: Condition | None) -> str:
        local = condition is not None and self.is_local(condition)
        return condition.sentence(self.speech) if condition is not None and local else ""

    def rule(self, condition: Condition | None, prefix: str) -> str:
        if condition is None or not self.is_local(condition):
            return ""
        row = {one.name for one in self.fields_of(prefix)}
        return json.dumps(_renamed(condition.mapping(), row, prefix), ensure_ascii=False)

    def fields_of(self, prefix: str) -> tuple[Field, ...]:
        """The fields of the rows of the group that a prefix such as `children.0.` stands in."""
        group = prefix.rstrip(".").rpartition(".")[0]
        return next((one.fields for one in self.fields if one.name == group and prefix), ())

    def known(self, answers: Answers) -> dict[str, object]:
        """The answers of other pages that conditions of this page look at."""
        asked = {
            name
            for one in _everywhere(self.fields)
            if one.show_if is not None
            for name in one.show_if.fields()
        }
        return {name: lookup(answers, name) for name in sorted(asked - self.here)}


def _holds(condition: Condition | None, answers: Answers) -> bool:
    return condition is not None and condition.holds(answers)


def _everywhere(fields: Iterable[Field]) -> Iterable[Field]:
    for one in fields:
        yield one
        yield from _everywhere(one.fields)


def _names(fields: Iterable[Field]) -> Iterable[str]:
    return (one.name for one in _everywhere(fields))


def _flat(questions: Iterable[Question]) -> Iterable[Question]:
    for one in questions:
        yield one
        yield from _flat(one.parts)
        for row in one.rows:
            yield from _flat(row.questions)


def _renamed(rule: Mapping[str, object], row: set[str], prefix: str) -> dict[str, object]:
    """The condition with the names of a row's fields as they are posted for that row."""
    ((operator, operand),) = rule.items()
    if operator in ("all", "any"):
        return {operator: [_renamed(one, row, prefix) for one in operand]}
    if operator == "not":
        return {operator: _renamed(operand, row, prefix)}
    if operator == "filled":
        return {operator: prefix + operand if operand in row else operand}
    name, value = operand
    return {operator: [prefix + name if name in row else name, value]}


def _summary(
    questions: Iterable[Question], errors: Mapping[str, str]
) -> Iterable[tuple[str | None, str]]:
    """Each fault once, in the order of the page, led by the label it belongs to."""
    labels = {one.name: one.label for one in _flat(questions)}
    for name, label in labels.items():
        if name in errors:
            yield name, f"{label}: {errors[name]}"
    yield from ((None, error) for name, error in errors.items() if name not in labels)
