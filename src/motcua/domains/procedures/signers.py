# SPDX-License-Identifier: Apache-2.0
"""Who has to sign an application besides the one who fills it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.rules import conditions
from motcua.rules.conditions import Condition, lookup
from motcua.rules.errors import RuleError
from motcua.rules.words import N_

_KEYS = frozenset({"name", "title", "personal_id", "full_name", "required_if"})
_NEEDED = ("name", "personal_id", "full_name")


class SignerError(RuleError):
    """A list of signers that cannot be."""


@dataclass(frozen=True, slots=True)
class Signer:
    """One signer: `personal_id` and `full_name` name the fields that hold who it is."""

    name: str
    title: Mapping[str, str]
    personal_id: str
    full_name: str
    condition: Condition | None

    def signs(self, answers: Mapping[str, Any]) -> bool:
        """Say whether these answers make the signature necessary."""
        return self.condition is None or self.condition.holds(answers)

    def person(self, answers: Mapping[str, Any]) -> tuple[str, str]:
        """Return personal number and name as the answers state them, "" for what is missing."""
        number, name = (lookup(answers, path) for path in (self.personal_id, self.full_name))
        return str(number or ""), str(name or "")


def parse(rows: object) -> tuple[Signer, ...]:
    """Return the signers of a procedure file. Raises SignerError, ConditionError."""
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise SignerError(N_("The signers must be a list."))
    signers = tuple(_signer(row, place) for place, row in enumerate(rows, start=1))
    if len({signer.name for signer in signers}) < len(signers):
        raise SignerError(N_("Two signers have the same name."))
    return signers


def _signer(row: object, place: int) -> Signer:
    sound = (
        isinstance(row, Mapping)
        and _KEYS.issuperset(row)
        and all(isinstance(row.get(key), str) for key in _NEEDED)
    )
    if not isinstance(row, Mapping) or not sound:
        raise SignerError(
            N_("Signer %(place)s needs name, title, personal_id and full_name."), place=place
        )
    title = row.get("title")
    if not isinstance(title, Mapping) or not title.get("vi"):
        raise SignerError(N_("Signer %(place)s has no Vietnamese title."), place=place)
    condition = row.get("required_if")
    return Signer(
        name=row["name"],
        title=dict(title),
        personal_id=row["personal_id"],
        full_name=row["full_name"],
        condition=conditions.parse(condition) if condition else None,
    )
