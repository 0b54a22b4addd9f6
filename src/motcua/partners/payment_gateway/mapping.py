# SPDX-License-Identifier: Apache-2.0
"""Messages of the payment platform, written and read; pure, no network.

The order of the hashed fields of INIT and QUERY is the one in which the messages list them (no
vector was seen for these two); that of the confirmation is documented.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from motcua.domains.payments.platform import Heard, Source, Word
from motcua.kit.clock import VN

if TYPE_CHECKING:
    from motcua.domains.payments.queries import LineCard, OnlineOrder

VERSION: Final = "1.0.6"
OK: Final = "SUCCESSFUL"
UNKNOWN_ORDER: Final = "ORDER_NOT_FOUND"
PAID_CODE: Final = "00"
STATUS_PAID: Final = "1"
STATUS_FAILED: Final = "4"
FEE_KINDS: Final[Mapping[str, str]] = {"fee": "1", "charge": "2"}
INIT_FIELDS: Final = (
    "LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "SoTien", "LoaiHinhThanhToan",
    "MaKenhThanhToan", "MaThietBi", "NgonNgu", "MaTienTe", "MaNganHang", "ThongTinGiaoDich",
    "ThoiGianGD", "Ip",
)  # fmt: skip
QUERY_FIELDS: Final = ("LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD")
CONFIRM_FIELDS: Final = (
    "LoaiBanTin", "MaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich",
    "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich",
)  # fmt: skip


class Malformed(ValueError):
    """A message that does not have the shape of the platform's messages."""


class NotTheirs(ValueError):
    """A message whose hash was not made with our shared secret."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Who we are to the platform; the secret is known to both."""

    code: str
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidProcedure:
    """The procedure and unit a payment belongs to, as the e-receipt names them."""

    procedure_code: str
    procedure_title: str
    unit_code: str
    unit_name: str


def signature(message: Mapping[str, Any], fields: Iterable[str], secret: str) -> str:
    """Return the lower-case SHA-256 of the named fields and the secret, joined by `|`."""
    parts = [str(message.get(name, "")) for name in fields]
    return hashlib.sha256("|".join((*parts, secret)).encode()).hexdigest()


def init(order: OnlineOrder, paid: PaidProcedure, partner: Partner, at: datetime) -> dict[str, Any]:
    """Return the message that takes a payment in; of the payer it tells the name alone."""
    message = {
        "LoaiBanTin": "INIT",
        "PhienBan": VERSION,
        "MaDoiTac": partner.code,
        "MaThamChieu": order.reference,
        "SoTien": str(order.amount_vnd),
        "LoaiHinhThanhToan": "PAY",
        "MaKenhThanhToan": "1",
        "MaThietBi": "1",
        "NgonNgu": "vi-VN",
        "MaTienTe": "VND",
        "MaNganHang": "",
        "ThongTinGiaoDich": order.dossier_code,
        "ThoiGianGD": _stamp(at),
        "Ip": "0.0.0.0",
        "ThongTinBienLai": _receipt(order, paid),
    }
    return message | {"MaXacThuc": signature(message, INIT_FIELDS, partner.secret)}


def query(reference: str, partner: Partner, at: datetime) -> dict[str, Any]:
    """Return the message that asks what became of a payment."""
    message = {
        "LoaiBanTin": "QUERY",
        "PhienBan": VERSION,
        "MaDoiTac": partner.code,
        "MaThamChieu": reference,
        "ThoiGianGD": _stamp(at),
    }
    return message | {"MaXacThuc": signature(message, QUERY_FIELDS, partner.secret)}


def pay_address(answer: Mapping[str, Any]) -> str:
    """Return where the payer can pay. Raises Malformed."""
    address = _inner(answer).get("UrlThanhToan")
    if not isinstance(address, str) or len(address) > 500:
        raise Malformed("UrlThanhToan")
    return address


def answered(reference: str, answer: Mapping[str, Any]) -> Heard:
    """Return what the answer to a question says; an unknown payment has failed. Raises Malformed.

    Anything but paid and failed means that the payer has not decided yet.
    """
    if answer.get("error_code") == UNKNOWN_ORDER:
        return _heard(reference, Word.FAILED, "0", "", Source.POLL)
    inner = _inner(answer)
    status = str(inner.get("TrangThaiGD", ""))
    word = {STATUS_PAID: Word.PAID, STATUS_FAILED: Word.FAILED}.get(status, Word.WAITING)
    if str(inner.get("MaThamChieu", "")) != reference:
        raise Malformed("MaThamChieu")
    amount, transaction = str(inner.get("SoTien", "")), str(inner.get("MaGiaoDich", ""))
    return _heard(reference, word, amount, transaction, Source.POLL)


def confirmed(message: Mapping[str, Any], partner: Partner) -> Heard:
    """Return what a callback says. Raises Malformed, NotTheirs."""
    if not all(isinstance(message.get(name, ""), str | int) for name in CONFIRM_FIELDS):
        raise Malformed("fields")
    expected = signature(message, CONFIRM_FIELDS, partner.secret)
    given = str(message.get("MaXacThuc", "")).lower()
    if not hmac.compare_digest(expected.encode(), given.encode(errors="replace")):
        raise NotTheirs
    if message.get("MaDoiTac") != partner.code or message.get("MaTienTe") != "VND":
        raise Malformed("MaDoiTac")
    word = Word.PAID if message.get("MaLoi") == PAID_CODE else Word.FAILED
    reference, amount = str(message.get("MaThamChieu", "")), str(message.get("SoTien", ""))
    return _heard(reference, word, amount, str(message.get("MaGiaoDich", "")), Source.CALLBACK)


def _heard(reference: str, word: Word, amount: str, transaction: str, source: Source) -> Heard:
    if not (amount.isascii() and amount.isdigit() and len(amount) <= 13):
        raise Malformed("SoTien")
    if not reference or len(reference) > 60:
        raise Malformed("MaThamChieu")
    return Heard(
        reference=reference, word=word, amount_vnd=int(amount), transaction=transaction[:60],
        source=source,
    )  # fmt: skip


def _inner(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the JSON inside the answer's message. Raises Malformed."""
    try:
        inner = json.loads(answer.get("message", ""))
    except (TypeError, ValueError, RecursionError) as error:
        raise Malformed("message") from error
    if not isinstance(inner, Mapping):
        raise Malformed("message")
    return inner


def _receipt(order: OnlineOrder, paid: PaidProcedure) -> dict[str, Any]:
    return {
        "MaDichVu": "1",
        "MaDVC": f"{paid.procedure_code}.01",
        "TenDVC": paid.procedure_title,
        "MaTTHC": paid.procedure_code,
        "TenTTHC": paid.procedure_title,
        "MaDonVi": paid.unit_code,
        "TenDonVi": paid.unit_name,
        "MaHoSo": order.dossier_code,
        "TKThuHuong": order.account_number,
        "MaNHThuHuong": order.bank_bin,
        "TenTKThuHuong": order.account_name,
        "NoiDungThanhToan": order.dossier_code,
        "HoTenNguoiNop": order.payer_name,
        "SoCMNDNguoiNop": "",
        "DiaChiNguoiNop": "",
        "HuyenNguoiNop": "",
        "TinhNguoiNop": "",
        "PhiLePhi": [_line(line) for line in order.lines if line.amount_vnd],
        "DSKhoanNop": [
            {"NoiDung": line.title_vi, "SoTien": str(line.amount_vnd)}
            for line in order.lines
            if line.amount_vnd
        ],
    }


def _line(line: LineCard) -> dict[str, str]:
    return {
        "LoaiPhiLePhi": FEE_KINDS.get(line.kind, "1"),
        "MaPhiLePhi": line.code,
        "TenPhiLePhi": line.title_vi,
        "SoTien": str(line.amount_vnd),
    }


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(VN):%Y%m%d%H%M%S}"
