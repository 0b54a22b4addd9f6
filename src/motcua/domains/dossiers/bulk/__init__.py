# SPDX-License-Identifier: Apache-2.0
"""Invented dossiers by the thousand, lived through the same rules as real ones."""
