# SPDX-License-Identifier: Apache-2.0
"""Tables of support."""

from __future__ import annotations

from motcua.domains.support.models.petition import Petition, PetitionStep
from motcua.domains.support.models.point import PointDuty, PointHours, SupportPoint
from motcua.domains.support.models.redating import PetitionRedating
from motcua.domains.support.models.ticket import KnownAnswer, Ticket, TicketAnswer, TicketState

__all__ = [
    "KnownAnswer",
    "Petition",
    "PetitionRedating",
    "PetitionStep",
    "PointDuty",
    "PointHours",
    "SupportPoint",
    "Ticket",
    "TicketAnswer",
    "TicketState",
]
