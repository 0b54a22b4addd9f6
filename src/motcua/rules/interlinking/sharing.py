# SPDX-License-Identifier: Apache-2.0
"""The answers of the whole form shared out to the members' own forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.rules.forms import Form
from motcua.rules.forms.nested import dig, put
from motcua.rules.interlinking.members import Member


def answers_for(member: Member, form: Form, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers to the member's form out of those to the whole form, unchecked."""
    answers: dict[str, Any] = {}
    for field in form.fields:
        name = field.name
        value = member.fixed.get(name)
        if name not in member.fixed:
            value = dig(values, member.answers.get(name, name))
        if value is not None:
            put(answers, name, value)
    return answers


def path_in_whole(member: Member, path: str) -> str:
    """Return where the whole form asks for what stands at a path of the member's form."""
    for name, source in member.answers.items():
        if path == name or path.startswith(f"{name}."):
            return source + path[len(name) :]
    return path
