# SPDX-License-Identifier: Apache-2.0
"""Delivery receipts of the gateway: believed for their signature alone, logged in any case."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.domains.hub.acts.note_inbound import note_inbound
from motcua.domains.notices.acts.note_receipt import note_receipt
from motcua.kit import clock
from motcua.kit.faults import NotFound
from motcua.kit.guards import public
from motcua.partners.messaging.outbound import PARTNER
from motcua.partners.messaging.signature import HEADER, fits

LARGEST = 16 * 1024
STATUS = {"taken": 200, "malformed": 400, "wrong_signature": 403, "unknown": 404}


@csrf_exempt
@public
@require_POST
def receipt(request: HttpRequest) -> JsonResponse:
    """Note that a message arrived or will not; the same receipt again changes nothing."""
    began, at = time.perf_counter(), clock.now()
    small = int(request.headers.get("Content-Length") or 0) <= LARGEST
    message = _read(request.body) if small else {}
    if not small or not fits(request.body, settings.MESSAGING_SECRET, _signature(request)):
        outcome = "wrong_signature" if small else "malformed"
    else:
        outcome = _take(message)
    note_inbound(
        partner=PARTNER, operation="receipt", subject=_subject(message), at=at,
        took_ms=int((time.perf_counter() - began) * 1000), outcome=outcome,
        accepted=outcome == "taken",
    )  # fmt: skip
    return JsonResponse({"outcome": outcome}, status=STATUS[outcome])


def _signature(request: HttpRequest) -> str:
    return str(request.headers.get(HEADER, ""))


def _take(message: Mapping[str, Any]) -> str:
    delivered, subject = message.get("delivered"), _subject(message)
    if not isinstance(delivered, bool) or not subject:
        return "malformed"
    outcome = str(message.get("outcome", ""))[:40]
    try:
        note_receipt(
            message_id=int(subject), delivered=delivered,
            outcome=outcome if outcome.isidentifier() and outcome.isascii() else "",
            at=clock.now(),
        )  # fmt: skip
    except NotFound:
        return "unknown"
    return "taken"


def _subject(message: Mapping[str, Any]) -> str:
    subject = str(message.get("id", ""))
    return subject if subject.isascii() and subject.isdigit() and len(subject) < 19 else ""


def _read(body: bytes) -> Mapping[str, Any]:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return message if isinstance(message, dict) else {}
