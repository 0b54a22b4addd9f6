# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with a written condition."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "not_a_mapping": N_("A condition is a mapping with exactly one operator."),
        "unknown_operator": N_("There is no operator “%(operator)s”."),
        "not_a_pair": N_("“%(operator)s” needs a field and a value: [field, value]."),
        "bad_field": N_("“%(operator)s” needs the name of a field."),
        "bad_value": N_("“%(operator)s” needs text, a number, a date, true or false as its value."),
        "bad_bound": N_("“%(operator)s” needs a number or a date as its value."),
        "bad_list": N_("“%(operator)s” needs a list that is not empty."),
        "too_deep": N_("The condition is nested too deeply."),
    }
)


class ConditionError(RuleError):
    """A written condition that means nothing; `path` says where in it, such as `all.1.eq`."""

    def __init__(self, path: str, code: str, **params: str) -> None:
        super().__init__(SENTENCES[code], **params)
        self.path = path
        self.code = code
