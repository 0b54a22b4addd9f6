# SPDX-License-Identifier: Apache-2.0
"""Quality: the facts of each dossier from which the service index is computed, and day counts.

Tables: DossierFact, DayCount, PetitionFact. Events: none. Readers: board.
"""
