# SPDX-License-Identifier: Apache-2.0
"""What this domain tells the others."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePublished(Event):
    """A version of a procedure takes new dossiers from `from_on` (ISO date) on."""

    version_id: int
    number: int
    from_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureWithdrawn(Event):
    """A version takes no new dossiers from `until_on` (ISO date) on."""

    version_id: int
    until_on: str
