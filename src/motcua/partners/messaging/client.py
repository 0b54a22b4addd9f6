# SPDX-License-Identifier: Apache-2.0
"""Hands a message over to the messaging gateway."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import UUID

from motcua.kit import posting
from motcua.kit.posting import PartnerFault
from motcua.partners.messaging.signature import HEADER, sign

PATH = "/api/messages"


def post(
    address: str,
    message: Mapping[str, str],
    *,
    secret: str,
    correlation_id: UUID,
    seconds: float = posting.SECONDS,
) -> str:
    """Hand a message over and return the gateway's own number of it. Raises PartnerFault."""
    body = json.dumps(message, ensure_ascii=False).encode()
    headers = {"X-Correlation-Id": str(correlation_id), HEADER: sign(body, secret)}
    answer = posting.post(address + PATH, body, headers, seconds=seconds)
    reference = answer.get("reference")
    if not isinstance(reference, str) or not reference:
        raise PartnerFault("malformed", again=True)
    return reference
