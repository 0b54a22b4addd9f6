# SPDX-License-Identifier: Apache-2.0
"""Secrets that are shown once and kept only as SHA-256; they are random, so no salt is needed."""

from __future__ import annotations

import hashlib
import secrets

TOKEN_PREFIX = "mc_"


def new_session_key() -> str:
    """Return 256 random bits for a cookie."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """Return 256 random bits behind a prefix that secret scanners can recognise."""
    return TOKEN_PREFIX + secrets.token_urlsafe(32)


def hash_of(secret: str) -> bytes:
    """Return what the database keeps of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()
