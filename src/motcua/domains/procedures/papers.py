# SPDX-License-Identifier: Apache-2.0
"""The kinds of paper a procedure asks for, as its file lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.rules import conditions
from motcua.rules.conditions import Condition
from motcua.rules.errors import RuleError
from motcua.rules.words import N_

ROLES = ("submit", "present")
COPIES_MOST = 99

_CODE = re.compile(r"[a-z][a-z0-9_]{0,59}")
_KEYS = frozenset(
    {
        "code", "title", "required", "required_if", "originals", "copies", "role", "replaced_by",
        "note",
    }
)  # fmt: skip


class PaperError(RuleError):
    """A list of papers that cannot be."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper; `role` submit is handed in, present is only shown.

    `replaced_by` names the database whose record makes the paper unnecessary. `required_if` is
    the condition as it was written.
    """

    code: str
    title: Mapping[str, str]
    required: bool
    required_if: Mapping[str, Any] | None
    originals: int
    copies: int
    role: str
    replaced_by: str | None
    note: Mapping[str, str] | None
    condition: Condition | None

    def is_required(self, answers: Mapping[str, Any]) -> bool:
        """Say whether these answers make the paper necessary."""
        return self.condition.holds(answers) if self.condition else self.required


def parse(rows: object) -> tuple[PaperKind, ...]:
    """Return the papers of a procedure file. Raises PaperError, ConditionError."""
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise PaperError(N_("The papers must be a list."))
    papers = tuple(_paper(row, place) for place, row in enumerate(rows, start=1))
    seen: set[str] = set()
    for paper in papers:
        if paper.code in seen:
            raise PaperError(N_("The paper “%(code)s” stands twice in the list."), code=paper.code)
        seen.add(paper.code)
    return papers


def _paper(row: object, place: int) -> PaperKind:
    if not isinstance(row, Mapping):
        raise PaperError(N_("Paper %(place)s of the list is not a mapping."), place=place)
    code = row.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise PaperError(
            N_("Paper %(place)s needs a code of small letters, digits and _."), place=place
        )
    for key in row:
        if key not in _KEYS:
            raise PaperError(
                N_("The paper “%(code)s” has the unknown setting “%(key)s”."), code=code, key=key
            )
    required_if = row.get("required_if")
    return PaperKind(
        code=code,
        title=_title(row.get("title"), code),
        required=row.get("required") is not False,
        required_if=required_if,
        originals=_count(row.get("originals", 0), code),
        copies=_count(row.get("copies", 0), code),
        role=_role(row.get("role", "submit"), code),
        replaced_by=row.get("replaced_by"),
        note=row.get("note"),
        condition=conditions.parse(required_if) if required_if else None,
    )


def _title(title: object, code: str) -> Mapping[str, str]:
    if not isinstance(title, Mapping) or not title.get("vi"):
        raise PaperError(N_("The paper “%(code)s” has no Vietnamese title."), code=code)
    return dict(title)


def _count(count: object, code: str) -> int:
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= COPIES_MOST:
        raise PaperError(
            N_("The paper “%(code)s” has an impossible number of originals or copies."), code=code
        )
    return count


def _role(role: object, code: str) -> str:
    if role not in ROLES:
        raise PaperError(N_("The paper “%(code)s” is neither submitted nor shown."), code=code)
    return str(role)
