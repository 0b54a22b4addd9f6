# SPDX-License-Identifier: Apache-2.0
"""Where a sign-in came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Network address, port and the kind of browser; None and "" where it is not known."""

    ip: str | None = None
    port: int | None = None
    device: str = ""
