# SPDX-License-Identifier: Apache-2.0
"""Support: petitions with their legal clocks, calls for help with known answers, support points.

Tables: Petition, PetitionStep, PetitionRedating, Ticket, TicketAnswer, KnownAnswer, SupportPoint,
PointHours, PointDuty. A dossier is known here by its code only.
Emits: PetitionFiled, PetitionMoved, TicketFiled, TicketAnswered.
Hears: CalendarChanged.
Readers: quality (facts of the index), portal, desk, cli.
"""
