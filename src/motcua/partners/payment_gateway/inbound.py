# SPDX-License-Identifier: Apache-2.0
"""The callback of the payment platform: believed for its hash alone, logged whatever it says."""

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
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.platform import CONFIRM, PARTNER, Outcome
from motcua.kit import clock
from motcua.kit.guards import public
from motcua.partners.payment_gateway import mapping
from motcua.partners.payment_gateway.outbound import partner

LARGEST = 64 * 1024
TAKEN = frozenset({Outcome.SETTLED, Outcome.REPEATED, Outcome.FAILED, Outcome.PAID_TWICE})


@csrf_exempt
@public
@require_POST
def confirm(request: HttpRequest) -> JsonResponse:
    """Take the platform's word about a payment; the same word again changes nothing."""
    began, at = time.perf_counter(), clock.now()
    message = _message(request)
    outcome, status = "malformed", 400
    try:
        if not settings.PAYMENT_SECRET:
            raise mapping.NotTheirs
        heard = mapping.confirmed(message, partner())
        outcome, status = settle_payment(heard=heard, at=at).value, 200
    except mapping.Malformed:
        pass
    except mapping.NotTheirs:
        outcome, status = "wrong_hash", 403
    accepted = outcome in TAKEN
    note_inbound(
        partner=PARTNER, operation=CONFIRM, subject=_subject(message), at=at,
        took_ms=int((time.perf_counter() - began) * 1000), outcome=outcome, accepted=accepted,
    )  # fmt: skip
    return JsonResponse({"MaLoi": "00" if accepted else "01", "MoTaLoi": outcome}, status=status)


def _message(request: HttpRequest) -> Mapping[str, Any]:
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        return {}
    try:
        message = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return message if isinstance(message, dict) else {}


def _subject(message: Mapping[str, Any]) -> str:
    """Return the reference for the log, or nothing when it has not the shape of one."""
    reference = str(message.get("MaThamChieu", ""))
    return reference if reference.isascii() and reference.isalnum() else ""
