# SPDX-License-Identifier: Apache-2.0
"""Short secrets derived from the installation's key, so that none has to be stored."""

from __future__ import annotations

from django.utils.crypto import constant_time_compare, salted_hmac

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # 32 signs without I, O, 0, 1
LENGTH = 10


def secret_of(purpose: str, subject: str) -> str:
    """Return ten signs (50 bits) that only this installation can derive for the subject."""
    digest = salted_hmac(f"motcua.{purpose}", subject, algorithm="sha256").digest()
    return "".join(LETTERS[byte & 31] for byte in digest[:LENGTH])


def fits(purpose: str, subject: str, secret: str) -> bool:
    """Say whether the secret belongs to the subject, in constant time; spaces and case forgiven."""
    given = "".join(secret.split()).replace("-", "").upper()
    return constant_time_compare(secret_of(purpose, subject), given)
