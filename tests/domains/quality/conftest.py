# SPDX-License-Identifier: Apache-2.0
"""The town of the dossiers, whose events are folded here."""

from __future__ import annotations

from tests.domains.dossiers.conftest import published, small_data, town  # noqa: F401
