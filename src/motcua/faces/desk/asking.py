# SPDX-License-Identifier: Apache-2.0
"""Reads what is asked of an applicant out of a posted supplement form."""

from __future__ import annotations

from django.http import QueryDict

from motcua.domains.dossiers.acts.ask_supplement import Item
from motcua.faces.desk import posted

PREFIX = "missing:"


def items(form: QueryDict) -> list[Item]:
    """Return what was ticked, and what has words beside it though nobody ticked it."""
    written = [
        name.removeprefix(PREFIX) for name in form if name.startswith(PREFIX) and form[name].strip()
    ]
    targets = dict.fromkeys([*form.getlist("target"), *written])
    return [
        Item(target, posted.text(form, f"{PREFIX}{target}"), posted.text(form, f"why:{target}"))
        for target in targets
    ]
