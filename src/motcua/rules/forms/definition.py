# SPDX-License-Identifier: Apache-2.0
"""Reading the definition of a form, key by key, so that every mistake is named with its place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from motcua.rules import conditions
from motcua.rules.conditions import Condition, ConditionError
from motcua.rules.errors import RuleError
from motcua.rules.forms.texts import Text
from motcua.rules.words import N_

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "not_a_mapping": N_("Here a mapping is expected."),
        "not_a_list": N_("Here a list is expected."),
        "empty_list": N_("This list must not be empty."),
        "too_many": N_("This list has more than %(most)s entries."),
        "missing": N_("“%(key)s” is missing."),
        "unknown_key": N_("There is no setting “%(key)s” here."),
        "bad_text": N_("Here text is expected."),
        "bad_name": N_("A name is made of small letters, digits, _ and dots: “child.full_name”."),
        "bad_number": N_("Here a whole number from %(least)s to %(most)s is expected."),
        "bad_range": N_("The smallest value is above the largest."),
        "bad_flag": N_("Here true or false is expected."),
        "bad_choice": N_("“%(value)s” is not one of: %(allowed)s."),
        "bad_bound": N_("A bound is a date, “today”, or a shift such as “-18y”, “+30d”."),
        "no_language": N_("The text is missing in the language “%(language)s”."),
        "duplicate": N_("The name “%(name)s” is used twice."),
        "overlap": N_("The name “%(name)s” stands inside another field."),
        "unknown_kind": N_("There is no kind of field “%(kind)s”."),
        "condition": N_("The condition cannot be read: %(reason)s"),
        "unknown_field": N_("The condition looks at “%(field)s”, which is no field it can see."),
        "own_field": N_("The condition looks at the very field it stands in."),
        "circle": N_("These fields wait for one another: %(fields)s."),
        "unknown_option": N_("“%(value)s” is no option of “%(field)s”."),
        "filled_checkbox": N_("A checkbox always has an answer; write eq: [%(field)s, true]."),
        "never_required": N_("This kind of field has no answer, so it cannot be required."),
        "nested_group": N_("A group cannot hold another group."),
        "wrong_partner": N_("“%(field)s” has no date or year to compare with."),
    }
)

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", re.ASCII)
_NAME_MOST = 80
_TEXT_MOST = 20_000


class DefinitionError(RuleError):
    """A form that cannot be; `path` says where, such as `pages.0.fields.2.options`."""

    def __init__(self, path: str, code: str, **params: str | int) -> None:
        super().__init__(SENTENCES[code], **params)
        self.path = path
        self.code = code

    def __str__(self) -> str:
        return f"{self.path or 'form'}: {super().__str__()}"


class Definition:
    """One mapping of a form's definition; `done` refuses the keys nobody asked for."""

    def __init__(self, mapping: object, path: str = "") -> None:
        if not isinstance(mapping, Mapping):
            raise DefinitionError(path, "not_a_mapping")
        self._mapping = mapping
        self._left = set(mapping)
        self.path = path

    def at(self, key: str | int) -> str:
        """The path of what stands under `key`."""
        return f"{self.path}.{key}".lstrip(".")

    def has(self, key: str) -> bool:
        """Whether something is written under `key`."""
        return self._mapping.get(key) is not None

    def take(self, key: str) -> object:
        """What is written under `key`, None when nothing is."""
        self._left.discard(key)
        return self._mapping.get(key)

    def need(self, key: str) -> object:
        """What is written under `key`. Raises: DefinitionError when nothing is."""
        value = self.take(key)
        if value is None:
            raise DefinitionError(self.path, "missing", key=key)
        return value

    def done(self) -> None:
        """Refuse keys that were never taken: a misspelt `requierd` must not pass silently."""
        for key in sorted(map(str, self._left)):
            raise DefinitionError(self.path, "unknown_key", key=key)

    def text(self, key: str, default: str | None = None) -> str:
        """A single text, required unless there is a default."""
        if default is not None and not self.has(key):
            return default
        value = self.need(key)
        if not isinstance(value, str) or not value or len(value) > _TEXT_MOST:
            raise DefinitionError(self.at(key), "bad_text")
        return value

    def name(self, key: str) -> str:
        """A required dotted name."""
        value = self.need(key)
        if not isinstance(value, str) or len(value) > _NAME_MOST or not _NAME.fullmatch(value):
            raise DefinitionError(self.at(key), "bad_name")
        return value

    def other(self, key: str) -> str | None:
        """The name of another field, or None."""
        return self.name(key) if self.has(key) else None

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self.take(key)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise DefinitionError(self.at(key), "bad_number", least=least, most=most)
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        value = self.take(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise DefinitionError(self.at(key), "bad_flag")
        return value

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        """One of the allowed words."""
        value = self.take(key)
        if value is None:
            return default
        if not isinstance(value, str) or value not in allowed:
            allowed_words = ", ".join(sorted(allowed))
            raise DefinitionError(
                self.at(key), "bad_choice", value=str(value), allowed=allowed_words
            )
        return value

    def day(self, key: str) -> str | None:
        """A date as text; YAML makes a date of an unquoted one."""
        value = self.take(key)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        if value is None or isinstance(value, str):
            return value
        raise DefinitionError(self.at(key), "bad_bound")

    def list(self, key: str) -> Sequence[Definition]:
        """A list of mappings that must not be empty."""
        value = self.need(key)
        if not isinstance(value, list | tuple):
            raise DefinitionError(self.at(key), "not_a_list")
        if not value:
            raise DefinitionError(self.at(key), "empty_list")
        return [Definition(one, f"{self.at(key)}.{place}") for place, one in enumerate(value)]

    def words(self, key: str) -> Text:
        """A required text in both languages: {vi: ..., en: ...}."""
        written = Definition(self.need(key), self.at(key))
        for language in ("vi", "en"):
            if not written.has(language):
                raise DefinitionError(written.path, "no_language", language=language)
        text = Text(written.text("vi"), written.text("en"))
        written.done()
        return text

    def words_or_none(self, key: str) -> Text | None:
        """A text in both languages, or None when the key is not there."""
        return self.words(key) if self.has(key) else None

    def condition(self, key: str) -> Condition | None:
        """A condition, or None when the key is not there."""
        value = self.take(key)
        if value is None:
            return None
        try:
            return conditions.parse(value)
        except ConditionError as error:
            raise DefinitionError(self.at(key), "condition", reason=str(error)) from error
