# SPDX-License-Identifier: Apache-2.0
"""Support: petitions with their legal clocks, calls for help with known answers, support points.

Tables: Petition, PetitionStep, Ticket, TicketAnswer, KnownAnswer, SupportPoint, PointHours,
PointDuty. A dossier is known here by its code only.
Emits: PetitionFiled, PetitionMoved, TicketFiled, TicketAnswered.
Readers: quality (facts of the index), portal, desk, cli.
"""
