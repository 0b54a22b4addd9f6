# SPDX-License-Identifier: Apache-2.0
"""Secrets by which somebody without an account proves that a draft or dossier is theirs."""

from __future__ import annotations

import hashlib
import secrets

TRACKING = "track"
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_draft_secret() -> str:
    """Return a fresh secret of 192 bits for a draft."""
    return secrets.token_urlsafe(24)


def new_signing_code() -> str:
    """Return eight signs that are hard to mix up, about 2^39 of them."""
    return "".join(secrets.choice(SIGNS) for _ in range(8))


def hash_of(secret: str) -> str:
    """Return what the table keeps of a draft's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
