# SPDX-License-Identifier: Apache-2.0
"""Words of petitions in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext, gettext_noop

from motcua.domains.support.queries.petitions import StepLine
from motcua.faces.design.petitions import note_of
from motcua.faces.design.units import unit_name
from motcua.rules.petitions import KIND_TITLES

STEPS = {
    "file_petition": gettext_noop("Petition filed"),
    "take_up": gettext_noop("The office has begun to work on it"),
    "transfer_petition": gettext_noop("Passed to another office"),
    "ask_petitioner": gettext_noop("The office asks"),
    "supply": gettext_noop("Completed by the petitioner"),
    "refuse_petition": gettext_noop("Refused"),
    "answer_petition": gettext_noop("Answer of the office"),
    "publish_answer": gettext_noop("The answer was published"),
    "rate_petition": gettext_noop("Rated by the petitioner"),
    "reopen_petition": gettext_noop("Reopened by the petitioner"),
    "redate_petition": gettext_noop("The time limit was moved: the working calendar changed"),
}
TONES = {
    "filed": "new", "taken_up": "open", "asked": "ask", "supplied": "open", "refused": "closed",
    "answered": "done", "published": "done", "reopened": "ask",
}  # fmt: skip


def kinds() -> list[tuple[str, str]]:
    """Return the kinds to choose from."""
    return [(kind.value, gettext(title)) for kind, title in KIND_TITLES.items()]


def story(lines: Iterable[StepLine]) -> list[dict[str, Any]]:
    """Return the history for the timeline: offices are named, officials never."""
    return [
        {
            "title": gettext(STEPS[line.act]),
            "at": line.at,
            "note": note_of(line),
            "who": "" if line.by_petitioner else unit_name(line.unit_id),
            "tone": "ask" if line.act in ("ask_petitioner", "refuse_petition") else "done",
        }
        for line in lines
    ]
