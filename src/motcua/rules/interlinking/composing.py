# SPDX-License-Identifier: Apache-2.0
"""One form and one list of papers, made of those of the members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from motcua.rules.interlinking.members import Member

Written = Mapping[str, Any]

_CONDITIONS = ("show_if", "required_if")
_PARTNERS = ("born", "not_before", "not_after")


def composed(members: Sequence[Member], written: Mapping[str, Written]) -> dict[str, Any]:
    """Return `form` and `papers` of the whole, in the shape of a procedure file.

    `written` are the members' procedure files by code. The first member leads: its pages come
    first and its last page, the declaration, closes the form. A field stands where it is met
    first; what a member has answered from elsewhere is not asked. A paper of the same code is
    handed in once, and a result of another member not at all.
    """
    asked: set[str] = set()
    pages = [
        page
        for member in members
        for page in _pages(member, written[member.code]["form"]["pages"], asked)
    ]
    leading = len(written[members[0].code]["form"]["pages"])
    ordered = [*pages[: leading - 1], *pages[leading:], pages[leading - 1]]
    return {"form": {"pages": _named_once(ordered)}, "papers": list(_papers(members, written))}


def _pages(member: Member, pages: Sequence[Written], asked: set[str]) -> Iterator[dict[str, Any]]:
    for page in pages:
        fields = [
            renamed(field, member.answers)
            for field in page["fields"]
            if field["name"] not in asked
            and field["name"] not in member.answers
            and field["name"] not in member.fixed
        ]
        asked.update(field["name"] for field in fields)
        if fields:
            yield {**page, "fields": fields}


def _named_once(pages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Number the pages whose name another page has already."""
    named: list[dict[str, Any]] = []
    taken: set[str] = set()
    for page in pages:
        name, number = page["name"], 2
        while name in taken:
            name, number = f"{page['name']}_{number}", number + 1
        taken.add(name)
        named.append({**page, "name": name})
    return named


def renamed(written: Written, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a field or paper whose conditions and partners look at the fields of the whole."""
    changed = dict(written)
    for key in _CONDITIONS:
        if changed.get(key):
            changed[key] = _condition(changed[key], names)
    for key in _PARTNERS:
        if isinstance(changed.get(key), str):
            changed[key] = names.get(changed[key], changed[key])
    if changed.get("fields"):
        changed["fields"] = [renamed(field, names) for field in changed["fields"]]
    return changed


def _condition(condition: Written, names: Mapping[str, str]) -> dict[str, Any]:
    ((operator, operand),) = condition.items()
    if operator in ("all", "any"):
        return {operator: [_condition(one, names) for one in operand]}
    if operator == "not":
        return {operator: _condition(operand, names)}
    if operator == "filled":
        return {operator: names.get(operand, operand)}
    field, value = operand
    return {operator: [names.get(field, field), value]}


def _papers(members: Sequence[Member], written: Mapping[str, Written]) -> Iterator[dict[str, Any]]:
    given: set[str] = set()
    for member in members:
        for paper in written[member.code].get("papers", ()):
            if paper["code"] not in given and paper["code"] not in member.results:
                given.add(paper["code"])
                yield renamed(paper, member.answers)
