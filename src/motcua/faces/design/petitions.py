# SPDX-License-Identifier: Apache-2.0
"""What kinds and states of petitions are called on every screen."""

from __future__ import annotations

from django.utils.translation import gettext

from motcua.rules.petitions import KIND_TITLES, STATE_TITLES, PetitionKind, PetitionState


def kind_words(kind: str) -> str:
    """Return what a petition is about."""
    return gettext(KIND_TITLES[PetitionKind(kind)])


def state_words(state: str) -> str:
    """Return where a petition stands."""
    return gettext(STATE_TITLES[PetitionState(state)])
