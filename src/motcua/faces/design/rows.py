# SPDX-License-Identifier: Apache-2.0
"""Adding and removing rows of a group by a button, for browsers without scripts."""

from __future__ import annotations

import copy
import re

from motcua.rules.forms import Form
from motcua.rules.forms.nested import dig, put

_ACTION = re.compile(r"(?P<verb>add|remove):(?P<group>[a-z0-9_.]+?)(\.(?P<row>\d{1,3}))?", re.ASCII)


def with_rows_changed(
    form: Form, answers: dict[str, object], action: str
) -> dict[str, object] | None:
    """The answers after `add:<group>` or `remove:<group>.<row>`; None when `action` is neither.

    `answers` are not changed. A group the form does not have, a row that is not there and a row
    too many leave the answers as they are.
    """
    wish = _ACTION.fullmatch(action)
    if wish is None:
        return None
    changed = copy.deepcopy(answers)
    groups = {field.name: field.answer for field in form.fields if field.repeats}
    if wish["group"] in groups:
        rows = _changed(dig(changed, wish["group"]) or [], wish, groups[wish["group"]].most)
        put(changed, wish["group"], rows)
    return changed


def _changed(rows: list[object], wish: re.Match[str], most: int) -> list[object]:
    if wish["verb"] == "add":
        return [*rows, {}] if len(rows) < most else rows
    gone = int(wish["row"]) if wish["row"] else len(rows)
    return [row for place, row in enumerate(rows) if place != gone]
