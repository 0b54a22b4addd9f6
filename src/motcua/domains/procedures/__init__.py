# SPDX-License-Identifier: Apache-2.0
"""Procedures as data: the national catalogue, and what the province configures on top of it.

Tables: Procedure, ProcedureVersion (immutable), Competence, Synonym, CatalogueState.
Emits: ProcedurePublished, ProcedureWithdrawn.
Readers: dossiers, payments, quality; portal, desk, console, api, cli.
"""
