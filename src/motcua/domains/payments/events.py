# SPDX-License-Identifier: Apache-2.0
"""Events of payments."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class BillIssued(Event):
    """A dossier has something to pay."""

    total_vnd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPaid(Event):
    """The bill of a dossier was paid, wholly: nothing of it is open any more."""

    total_vnd: int
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPartPaid(Event):
    """Lines of a bill were paid and others are still open; `amount_vnd` of these alone."""

    amount_vnd: int
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRefunded(Event):
    """Money was given back; `amount_vnd` of this refund alone."""

    amount_vnd: int
