# SPDX-License-Identifier: Apache-2.0
"""How gateway and we prove to one another who writes: HMAC-SHA256 over the body."""

from __future__ import annotations

import hashlib
import hmac

HEADER = "X-Signature"


def sign(body: bytes, secret: str) -> str:
    """Return the signature of a body, in hexadecimal."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def fits(body: bytes, secret: str, given: str) -> bool:
    """Say whether the signature belongs to the body; nothing fits an empty secret."""
    return bool(secret) and hmac.compare_digest(sign(body, secret).encode(), given.encode())
