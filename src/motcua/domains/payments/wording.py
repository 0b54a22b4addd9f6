# SPDX-License-Identifier: Apache-2.0
"""What people write about money: reasons and notes."""

from __future__ import annotations

from typing import Final

from motcua.kit.wording import written

LONGEST: Final = 500


def kept(text: str) -> str:
    """Return the text as it is stored, its lines kept, at most 500 signs. Raises TextUnclean."""
    return written(text[:LONGEST], longest=LONGEST, lines=True)
