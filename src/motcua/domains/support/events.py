# SPDX-License-Identifier: Apache-2.0
"""Events of support; codes and plain values only."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionFiled(Event):
    """A petition came in at a unit."""

    unit_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionMoved(Event):
    """An act was done on the petition named by `subject`."""

    act: str
    unit_id: int
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFiled(Event):
    """Somebody is stuck."""

    screen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketAnswered(Event):
    """The support answered the ticket named by `subject`."""
