# SPDX-License-Identifier: Apache-2.0
"""The official forms: what stands on each, and how it is typeset.

Legal forms are in Vietnamese only, whatever the reader's language. Source: Circular
03/2025/TT-VPCP, Annex I (fields as summarised in law.md 2.5; the official layouts were not seen).
"""
