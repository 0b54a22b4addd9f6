# SPDX-License-Identifier: Apache-2.0
"""What reaches the callback from anywhere in the world."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from django.test import Client

from motcua.domains.hub import queries as hub
from motcua.domains.payments.models import Difference
from motcua.partners.payment_gateway.mapping import CONFIRM_FIELDS, signature

ADDRESS = "/doi-tac/thanh-toan/xac-nhan"
MESSAGE = {
    "LoaiBanTin": "CONFIRM", "MaLoi": "00", "MaDoiTac": "motcua", "MaThamChieu": "NOBODYS",
    "SoTien": "24000", "MaTienTe": "VND", "MaGiaoDich": "TX1", "MaNganHang": "970436",
    "ThoiGianGD": "20260703100000", "ThongTinGiaoDich": "H05.43-260703-0001",
}  # fmt: skip
pytestmark = pytest.mark.django_db


def signed(secret: str = "motcua-demo", **changes: Any) -> dict[str, Any]:
    message = MESSAGE | changes
    return message | {"MaXacThuc": signature(message, CONFIRM_FIELDS, secret)}


def send(body: object) -> tuple[int, str]:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = Client().post(ADDRESS, raw, content_type="application/json")
    return answer.status_code, hub.exchanges()[0].outcome


def test_the_hash_is_over_the_listed_fields_and_the_secret() -> None:
    text = "|".join((*(MESSAGE[name] for name in CONFIRM_FIELDS), "motcua-demo"))

    assert signed()["MaXacThuc"] == hashlib.sha256(text.encode()).hexdigest()


def test_money_for_a_reference_nobody_knows_is_logged_and_named() -> None:
    assert send(signed()) == (200, "unknown_reference")
    assert Difference.objects.get().got_vnd == 24_000
    assert hub.exchanges()[0].state == "refused"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", (403, "wrong_hash")),
        (b"\xff\x00", (403, "wrong_hash")),
        (b"[1]", (403, "wrong_hash")),
        (b"9" * 70_000, (403, "wrong_hash")),
        (b"[" * 30_000, (403, "wrong_hash")),
        ({"MaLoi": {"a": 1}}, (400, "malformed")),
        ({}, (403, "wrong_hash")),
        (signed(secret="guess"), (403, "wrong_hash")),
        (signed() | {"SoTien": "1"}, (403, "wrong_hash")),
        (signed() | {"MaXacThuc": ""}, (403, "wrong_hash")),
        (signed(SoTien="-24000"), (400, "malformed")),
        (signed(SoTien="24.000"), (400, "malformed")),
        (signed(SoTien="9" * 14), (400, "malformed")),
        (signed(MaDoiTac="other"), (400, "malformed")),
        (signed(MaTienTe="USD"), (400, "malformed")),
        (signed(MaThamChieu=""), (400, "malformed")),
    ],
)
def test_everything_else_is_refused_and_logged_without_its_words(
    body: object, expected: tuple[int, str]
) -> None:
    assert send(body) == expected
    assert not Difference.objects.exists()


def test_a_browser_cannot_ask_there() -> None:
    assert Client().get(ADDRESS).status_code == 405
