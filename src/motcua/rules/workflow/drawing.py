# SPDX-License-Identifier: Apache-2.0
"""Draws a workflow as Mermaid text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from motcua.rules.workflow.definition import Definition, Position, Step
from motcua.rules.workflow.kinds import StepKind
from motcua.rules.workflow.reach import authored_moves

_ENDS: Final = "    classDef end_ stroke-width:3px"


def diagram(definition: Definition, language: str = "vi") -> str:
    """Return a Mermaid flowchart: authored steps and moves, and the supplement loops.

    The exits every step of a kind has (refuse, stop, withdraw) are left out: they would cover
    the drawing. A title missing in the language is drawn in Vietnamese.
    """
    return "\n".join(
        (
            "flowchart TD",
            *(_node(step, language) for step in definition.authored()),
            *(line for step in definition.authored() for line in _arrows(definition, step)),
            _ENDS,
            "",
        )
    )


def _node(step: Step, language: str) -> str:
    title = step.title.get(language) or step.title["vi"]
    role = f"<br/>{step.role}" if step.role else ""
    time = f"<br/>{step.minutes / 60:g} h" if step.minutes else ""
    mark = ":::end_" if step.kind is StepKind.FINISHED else ""
    return f'    {_name(step.name)}["{_quoted(title)}{role}{time}"]{mark}'


def _arrows(definition: Definition, step: Step) -> Iterator[str]:
    here = _name(step.name)
    for action, target in authored_moves(definition, step.name):
        yield f"    {here} -->|{action}| {_name(target)}"
    if Position(StepKind.SUPPLEMENT.value, step.name) in definition.moves:
        yield f"    {here} -.->|ask_supplement| {here}"


def _name(step: str) -> str:
    """Keep Mermaid's own words, such as `end`, from being read as a step."""
    return f"s_{step}"


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "#quot;").replace("<", "&lt;")
