# SPDX-License-Identifier: Apache-2.0
"""Counters of the one-stop centres: windows, queue tickets and appointments; no names anywhere.

Tables: TicketLine, Window, Ticket, TicketCounter, QueueDay, Appointment. Events: none.
Readers: desk (queue, reception), portal (wall display, ticket, appointments).
"""
