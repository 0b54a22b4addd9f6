# SPDX-License-Identifier: Apache-2.0
"""What kinds, states and steps of petitions are called on every screen."""

from __future__ import annotations

from django.utils.translation import gettext

from motcua.domains.support.queries.petitions import StepLine
from motcua.faces.design.formats import moment_vn
from motcua.rules.petitions import KIND_TITLES, STATE_TITLES, PetitionKind, PetitionState


def kind_words(kind: str) -> str:
    """Return what a petition is about."""
    return gettext(KIND_TITLES[PetitionKind(kind)])


def state_words(state: str) -> str:
    """Return where a petition stands."""
    return gettext(STATE_TITLES[PetitionState(state)])


def note_of(line: StepLine) -> str:
    """Return what was said with a step, or the date that it moved."""
    if line.was_due_at is None:
        return line.text
    return gettext("The time limit before: %(moment)s") % {"moment": moment_vn(line.was_due_at)}
