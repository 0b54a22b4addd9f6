# SPDX-License-Identifier: Apache-2.0
"""From the mapping written in a procedure file to a condition."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Mapping

from motcua.rules.conditions.answers import Scalar, is_iso_date, is_number
from motcua.rules.conditions.comparison import AtLeast, AtMost, Comparison, LessThan, MoreThan
from motcua.rules.conditions.condition import Condition
from motcua.rules.conditions.equality import Equal, Filled, OneOf, Unequal
from motcua.rules.conditions.faults import ConditionError
from motcua.rules.conditions.logic import AllOf, AnyOf, Negation

DEEPEST = 8

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", re.ASCII)
_COMPARISONS: Mapping[str, type[Comparison]] = {
    kind.operator: kind for kind in (AtLeast, AtMost, MoreThan, LessThan)
}


def parse(mapping: object, path: str = "", depth: int = 0) -> Condition:
    """Read one condition; dates that YAML made are taken as ISO text, text is NFC-normalised.

    Raises: ConditionError.
    """
    if not isinstance(mapping, Mapping) or len(mapping) != 1:
        raise ConditionError(path, "not_a_mapping")
    if depth >= DEEPEST:
        raise ConditionError(path, "too_deep")
    operator, operand = next(iter(mapping.items()))
    reader = _READERS.get(operator) if isinstance(operator, str) else None
    if reader is None:
        raise ConditionError(path, "unknown_operator", operator=str(operator))
    return reader(operator, operand, f"{path}.{operator}".lstrip("."), depth)


def _equal(operator: str, operand: object, path: str, depth: int) -> Condition:
    field, value = _pair(operator, operand, path)
    return Equal(field, _scalar(operator, value, path))


def _unequal(operator: str, operand: object, path: str, depth: int) -> Condition:
    field, value = _pair(operator, operand, path)
    return Unequal(field, _scalar(operator, value, path))


def _one_of(operator: str, operand: object, path: str, depth: int) -> Condition:
    field, values = _pair(operator, operand, path)
    return OneOf(
        field, tuple(_scalar(operator, one, path) for one in _many(operator, values, path))
    )


def _filled(operator: str, operand: object, path: str, depth: int) -> Condition:
    return Filled(_field(operator, operand, path))


def _comparison(operator: str, operand: object, path: str, depth: int) -> Condition:
    field, value = _pair(operator, operand, path)
    bound = _scalar(operator, value, path)
    if not (is_number(bound) or is_iso_date(bound)):
        raise ConditionError(path, "bad_bound", operator=operator)
    return _COMPARISONS[operator](field, bound)


def _all_of(operator: str, operand: object, path: str, depth: int) -> Condition:
    return AllOf(_parts(operator, operand, path, depth))


def _any_of(operator: str, operand: object, path: str, depth: int) -> Condition:
    return AnyOf(_parts(operator, operand, path, depth))


def _negation(operator: str, operand: object, path: str, depth: int) -> Condition:
    return Negation(parse(operand, path, depth + 1))


def _parts(operator: str, operand: object, path: str, depth: int) -> tuple[Condition, ...]:
    parts = _many(operator, operand, path)
    return tuple(parse(one, f"{path}.{at}", depth + 1) for at, one in enumerate(parts))


def _pair(operator: str, operand: object, path: str) -> tuple[str, object]:
    if not isinstance(operand, list | tuple) or len(operand) != 2:
        raise ConditionError(path, "not_a_pair", operator=operator)
    return _field(operator, operand[0], path), operand[1]


def _field(operator: str, name: object, path: str) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ConditionError(path, "bad_field", operator=operator)
    return name


def _many(operator: str, values: object, path: str) -> list[object] | tuple[object, ...]:
    if not isinstance(values, list | tuple) or not values:
        raise ConditionError(path, "bad_list", operator=operator)
    return values


def _scalar(operator: str, value: object, path: str) -> Scalar:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise ConditionError(path, "bad_value", operator=operator)


_READERS: Mapping[str, Callable[[str, object, str, int], Condition]] = {
    "eq": _equal,
    "ne": _unequal,
    "in": _one_of,
    "filled": _filled,
    "ge": _comparison,
    "le": _comparison,
    "gt": _comparison,
    "lt": _comparison,
    "all": _all_of,
    "any": _any_of,
    "not": _negation,
}
