# SPDX-License-Identifier: Apache-2.0
"""Vault: files by content hash and the papers that describe them.

Tables: StoredFile, Paper. Events: none. Readers: dossiers, portal, desk, api.
"""
