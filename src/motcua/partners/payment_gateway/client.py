# SPDX-License-Identifier: Apache-2.0
"""Sends messages to the payment platform, and knows which pages are its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from motcua.kit import posting

PATH = "/api/payment"


def post(
    address: str, message: Mapping[str, Any], *, correlation_id: UUID,
    seconds: float = posting.SECONDS,
) -> Mapping[str, Any]:  # fmt: skip
    """Send a message and return the answer. Raises PartnerFault."""
    body = json.dumps(message, ensure_ascii=False).encode()
    headers = {"X-Correlation-Id": str(correlation_id)}
    return posting.post(address + PATH, body, headers, seconds=seconds)


def is_theirs(address: str, pay_address: str) -> bool:
    """Say whether a page lies on the platform's own host: payers are sent nowhere else."""
    try:
        ours, theirs = urlsplit(address), urlsplit(pay_address)
    except ValueError:
        return False
    return (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)
