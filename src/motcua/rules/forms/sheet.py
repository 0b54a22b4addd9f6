# SPDX-License-Identifier: Apache-2.0
"""The answers to one set of fields, a form's or a row's, while they are being checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute

from motcua.rules.conditions.answers import is_filled
from motcua.rules.forms.faults import Fault, Refused
from motcua.rules.forms.form import Field, named
from motcua.rules.forms.kinds.groups import ROWS_MOST
from motcua.rules.forms.kinds.kind import Asked, Json
from motcua.rules.forms.nested import dig, put
from motcua.rules.forms.texts import Text


@dataclass(slots=True)
class Entry:
    """What was found in one shown field."""

    path: str
    value: Json = None
    faults: list[Fault] = attribute(default_factory=list)
    rows: list[Sheet] = attribute(default_factory=list)


class Sheet:
    """Decides, in the order of dependence, which fields are shown, and reads what they hold.

    `before` is the path of the sheet itself, ending in a dot; `outer` is the sheet a row stands in,
    whose answers its conditions may look at too.
    """

    def __init__(
        self,
        order: Iterable[Field],
        raw: Mapping[str, object],
        asked: Asked,
        before: str = "",
        outer: Sheet | None = None,
    ) -> None:
        self._fields = {field.name: field for field in order}
        self._raw = raw
        self._asked = asked
        self._before = before
        self._outer = outer
        self._seen: dict[str, Json] = dict(outer._seen) if outer else {}
        self._seen |= {name: None for field in self._fields.values() for name in named(field)}
        self._entries: dict[str, Entry] = {}
        for field in self._fields.values():
            if field.show_if is None or field.show_if.holds(self._seen):
                self._enter(field)

    def values(self, fields: Iterable[Field]) -> dict[str, Json]:
        """The answers kept, nested by the dots of their names."""
        result: dict[str, Json] = {}
        for field in fields:
            entry = self._entries.get(field.name)
            if entry is not None and is_filled(entry.value):
                put(result, field.name, entry.value)
        return result

    def shown(self, fields: Iterable[Field]) -> Iterator[str]:
        """The paths of the fields shown, those of parts and rows included."""
        for field in fields:
            entry = self._entries.get(field.name)
            if entry is None:
                continue
            yield entry.path
            if not field.repeats:
                yield from self.shown(field.fields)
            for row in entry.rows:
                yield from row.shown(field.fields)

    def faults(self, fields: Iterable[Field]) -> Iterator[Fault]:
        """What is wrong or missing, field by field."""
        for field in fields:
            if field.name in self._entries:
                yield from self._faults_of(field, self._is_needed(field))

    def value(self, name: str) -> Json:
        """The checked answer to a field of this sheet or around it."""
        return self._seen.get(name)

    def label(self, name: str) -> Text:
        """The label of such a field."""
        if self._outer is not None and name not in self._fields:
            return self._outer.label(name)
        return self._fields[name].label

    def _enter(self, field: Field) -> None:
        raw = dig(self._raw, field.name)
        if field.repeats:
            entry = self._rows(field, raw)
        elif field.fields:
            entry = self._whole(field, raw)
        else:
            entry = self._single(field, raw)
        self._entries[field.name] = entry
        self._seen[field.name] = entry.value

    def _single(self, field: Field, raw: object) -> Entry:
        entry = Entry(self._before + field.name, field.answer.unanswered)
        if field.answer.answers and is_filled(raw):
            value = self._clean(field, raw, entry)
            entry.value = entry.value if value in (None, "") else value
        return entry

    def _whole(self, field: Field, raw: object) -> Entry:
        entry = Entry(self._before + field.name)
        if is_filled(raw):
            self._clean(field, raw, entry)
        value: dict[str, Json] = {}
        for part in field.fields:
            self._enter(part)
            if (answer := self._entries[part.name].value) is not None:
                value[part.name.removeprefix(f"{field.name}.")] = answer
        entry.value = value
        return entry

    def _rows(self, field: Field, raw: object) -> Entry:
        entry = Entry(self._before + field.name)
        if not is_filled(raw):
            return entry
        self._clean(field, raw, entry)
        for at, row in enumerate(raw[:ROWS_MOST] if isinstance(raw, list) else ()):
            path = f"{entry.path}.{at}"
            if not isinstance(row, Mapping):
                entry.faults.append(Fault(path, "wrong_shape"))
                row = {}
            entry.rows.append(Sheet(field.order, row, self._asked, f"{path}.", self))
        entry.value = [row.values(field.fields) for row in entry.rows]
        return entry

    def _clean(self, field: Field, raw: object, entry: Entry) -> Json:
        try:
            return field.answer.clean(raw, self._asked)
        except Refused as refused:
            entry.faults.append(Fault(entry.path, refused.code, refused.params))
            return None

    def _is_needed(self, field: Field) -> bool:
        return field.required or bool(field.required_if and field.required_if.holds(self._seen))

    def _faults_of(self, field: Field, needed: bool) -> Iterator[Fault]:
        entry = self._entries[field.name]
        yield from entry.faults
        if field.fields and not field.repeats:
            yield from self._faults_of_parts(field, needed)
        elif not entry.faults:
            yield from self._missing_or_at_odds(field, entry, needed)
        for row in entry.rows:
            yield from row.faults(field.fields)

    def _faults_of_parts(self, whole: Field, needed: bool) -> Iterator[Fault]:
        entries = [self._entries[part.name] for part in whole.fields]
        needed = needed or any(entry.value is not None or entry.faults for entry in entries)
        for part in whole.fields:
            yield from self._faults_of(part, needed and not self._entries[whole.name].faults)

    def _missing_or_at_odds(self, field: Field, entry: Entry, needed: bool) -> Iterator[Fault]:
        if field.answer.lacks(entry.value):
            if needed:
                yield Fault(entry.path, field.answer.lack)
            return
        try:
            field.answer.agree(entry.value, self)
        except Refused as refused:
            yield Fault(entry.path, refused.code, refused.params)
