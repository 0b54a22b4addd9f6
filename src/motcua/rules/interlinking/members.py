# SPDX-License-Identifier: Apache-2.0
"""The member procedures of an interlinked group, as its file lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
_KEYS = frozenset({"name", "procedure", "waits_for", "answers", "fixed", "results"})


class MemberError(RuleError):
    """A list of members that cannot be."""


@dataclass(frozen=True, slots=True)
class Member:
    """One procedure of the group.

    A field of the member that the whole form asks under the same name is asked once. `answers`
    says for other fields which field of the whole form answers them, `fixed` which answer they
    always have. `results` says which of its papers is the result of which other member; the
    member begins when those of `waits_for` are decided.
    """

    name: str
    code: str
    waits_for: tuple[str, ...]
    answers: Mapping[str, str]
    fixed: Mapping[str, Any]
    results: Mapping[str, str]


def parse(rows: object) -> tuple[Member, ...]:
    """Return the members, () when nothing is written. Raises MemberError.

    A member waits only for those that stand before it, so that nobody waits in a circle.
    """
    if rows is None:
        return ()
    if not isinstance(rows, Sequence) or isinstance(rows, str) or len(rows) < 2:
        raise MemberError(N_("An interlinked group is a list of at least two procedures."))
    members: list[Member] = []
    for row in rows:
        members.append(_member(row, [one.name for one in members]))
    return tuple(members)


def _member(row: object, before: Sequence[str]) -> Member:
    if not isinstance(row, Mapping) or not set(row) <= _KEYS:
        raise MemberError(N_("A member has a name, a procedure, and what it takes from others."))
    name, code = row.get("name"), row.get("procedure")
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name in before:
        raise MemberError(N_("Every member needs a name of its own: small letters, digits, _."))
    if not isinstance(code, str):
        raise MemberError(N_("The member “%(name)s” names no procedure."), name=name)
    member = Member(
        name=name,
        code=code,
        waits_for=tuple(row.get("waits_for") or ()),
        answers=dict(row.get("answers") or {}),
        fixed=dict(row.get("fixed") or {}),
        results=dict(row.get("results") or {}),
    )
    for other in (*member.waits_for, *member.results.values()):
        if other not in before:
            raise MemberError(
                N_("“%(name)s” waits for “%(other)s”, which does not stand before it."),
                name=name,
                other=other,
            )
    if not set(member.results.values()) <= set(member.waits_for):
        raise MemberError(N_("“%(name)s” must wait for those whose results it needs."), name=name)
    return member
