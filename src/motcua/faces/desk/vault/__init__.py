# SPDX-License-Identifier: Apache-2.0
"""The papers of a dossier one by one: what stands on them, and whether they may be used again."""
