# SPDX-License-Identifier: Apache-2.0
"""Vault: files by content hash, the papers that describe them, and what a machine read off them.

A file is looked into (`content`), scanned (`scanning`) and kept; a dossier makes it its applicant's
paper (`claim_papers`); an officer confirms what stands on it; later dossiers use it again. Only
officials of the units that answer for the dossier a paper came with change its record (`rights`);
which units those are the domain above says (`ports.AnsweringUnits`).

Tables: StoredFile, Paper, PaperUse, Reading. Events: none. Readers: dossiers, support, portal,
desk, api.
"""
