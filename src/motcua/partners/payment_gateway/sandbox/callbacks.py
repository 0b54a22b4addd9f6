# SPDX-License-Identifier: Apache-2.0
"""Tells the partner what became of a payment, rightly or as the faults demand."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from typing import Any

from motcua.kit import clock
from motcua.kit.clock import VN
from motcua.partners.payment_gateway import mapping
from motcua.partners.payment_gateway.sandbox.faults import Misbehaviour
from motcua.partners.payment_gateway.sandbox.orders import Order, State
from motcua.partners.payment_gateway.sandbox.settings import Settings

ATTEMPTS = 3
PAUSE_SECONDS = 1.0
SECONDS = 10.0
WRONG_BY = 1000
HEADERS = {"Content-Type": "application/json", "X-Forwarded-Proto": "https"}


def call_back(settings: Settings, order: Order, faults: frozenset[Misbehaviour]) -> None:
    """Send the confirmation from a thread of its own."""
    if Misbehaviour.LOST_CALLBACK in faults:
        return
    body = json.dumps(confirmation(settings, order, faults)).encode()
    times = 2 if Misbehaviour.DOUBLE_CALLBACK in faults else 1
    for _ in range(times):
        threading.Thread(target=_send, args=(settings.callback, body), daemon=True).start()


def confirmation(
    settings: Settings, order: Order, faults: frozenset[Misbehaviour]
) -> dict[str, Any]:
    """Return the hashed message about a payment that has ended."""
    wrong = WRONG_BY if Misbehaviour.WRONG_AMOUNT in faults else 0
    message = {
        "LoaiBanTin": "CONFIRM",
        "MaLoi": mapping.PAID_CODE if order.state is State.PAID else "99",
        "MaDoiTac": settings.partner.code,
        "MaThamChieu": order.reference,
        "SoTien": str(int(order.amount) + wrong),
        "MaTienTe": "VND",
        "MaGiaoDich": order.transaction,
        "MaNganHang": "970436",
        "ThoiGianGD": f"{clock.now().astimezone(VN):%Y%m%d%H%M%S}",
        "ThongTinGiaoDich": order.about,
    }
    secret = settings.partner.secret
    if Misbehaviour.BAD_SIGNATURE in faults:
        secret += "?"
    return message | {"MaXacThuc": mapping.signature(message, mapping.CONFIRM_FIELDS, secret)}


def _send(address: str, body: bytes) -> None:
    """Try a few times; a partner that cannot be reached asks by itself later."""
    for _ in range(ATTEMPTS):
        request = urllib.request.Request(address, data=body, headers=HEADERS, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=SECONDS):
                return
        except OSError:
            time.sleep(PAUSE_SECONDS)
