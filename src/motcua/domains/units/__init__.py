# SPDX-License-Identifier: Apache-2.0
"""Places, agencies and their working time: who there is, what it was called when, when it works.

Tables: Province, ProvinceName, Commune, CommuneName, FormerUnit, Agency, AgencyName,
CalendarDay, OfficeHours, ReferenceState.
Emits: CalendarChanged, AgencyRenamed.
Readers: every domain above; the forms of the portal and the desk (places); quality (calendar).
"""
