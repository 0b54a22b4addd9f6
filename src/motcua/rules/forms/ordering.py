# SPDX-License-Identifier: Apache-2.0
"""The order in which to decide which fields are shown: a field after those it depends on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from motcua.rules.conditions import Condition
from motcua.rules.forms.definition import DefinitionError
from motcua.rules.forms.form import Field, named


def in_order(fields: Sequence[Field], path: str) -> tuple[Field, ...]:
    """The fields, each after those it waits for. Raises: DefinitionError for a circle."""
    by_name = {field.name: field for field in fields}
    owners = {name: field.name for field in fields for name in named(field)}
    graph: TopologicalSorter[str] = TopologicalSorter()
    for field in fields:
        needs = {owners[name] for name in waits_for(field) if name in owners}
        graph.add(field.name, *(needs - {field.name}))
    try:
        return tuple(by_name[name] for name in graph.static_order())
    except CycleError as error:
        raise DefinitionError(path, "circle", fields=" → ".join(error.args[1])) from error


def waits_for(field: Field) -> Iterator[str]:
    """The names that must be settled first: for a group, also all that its rows look at."""
    yield from _looked_at(field.show_if)
    inside = {name for part in field.fields for name in named(part)}
    for part in field.fields:
        names = [*_looked_at(part.show_if), *_looked_at(part.required_if), *part.answer.partners()]
        yield from (name for name in names if name not in inside)


def _looked_at(condition: Condition | None) -> Iterable[str]:
    return condition.fields() if condition is not None else ()
