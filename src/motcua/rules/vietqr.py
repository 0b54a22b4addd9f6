# SPDX-License-Identifier: Apache-2.0
"""VietQR: the text of a bank transfer's QR code, written and read by the rules of NAPAS.

Source: NAPAS, QR code format T&C v1.0 (09/2021), on the tag-length-value format of EMVCo.
"""

from __future__ import annotations

import binascii
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

AMOUNT_MOST: Final = 9_999_999_999_999
PURPOSE_MOST: Final = 25
BILL_NUMBER_MOST: Final = 25
_NAPAS: Final = "A000000727"
_TO_ACCOUNT: Final = "QRIBFTTA"
_TO_CARD: Final = "QRIBFTTC"
_DONG: Final = "704"
_BIN: Final = re.compile("[0-9]{6}")
_ACCOUNT: Final = re.compile("[0-9A-Za-z]{6,19}")
_CARD: Final = re.compile("[0-9]{16,19}")
_PLAIN: Final = re.compile("[ -~]*")
_STROKES: Final = str.maketrans({"đ": "d", "Đ": "D"})
_TAG: Final = 2
_HEADER: Final = 4
_CRC: Final = 4


class VietQrError(RuleError):
    """A transfer that no bank would carry out, or a text that is no VietQR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """To whom and how much: `bank` is the six-digit BIN, `card` says the account is a card number.

    Without an amount (whole đồng) the payer types it and the code may be used again.
    """

    bank: str
    account: str
    card: bool = False
    amount_vnd: int | None = None
    purpose: str = ""
    bill_number: str = ""


def payload(transfer: Transfer) -> str:
    """Return the text of the QR code; marks of the purpose are left out, as banks do.

    Raises `VietQrError`.
    """
    _check(transfer)
    purpose = plain(transfer.purpose)
    if len(purpose) > PURPOSE_MOST:
        raise VietQrError(
            N_("The purpose has %(length)s characters, at most %(most)s fit."),
            length=len(purpose),
            most=PURPOSE_MOST,
        )
    account = _tlv("00", transfer.bank) + _tlv("01", transfer.account)
    service = _TO_CARD if transfer.card else _TO_ACCOUNT
    more = _optional("01", transfer.bill_number) + _optional("08", purpose)
    amount = "" if transfer.amount_vnd is None else str(transfer.amount_vnd)
    text = (
        _tlv("00", "01")
        + _tlv("01", "12" if amount else "11")
        + _tlv("38", _tlv("00", _NAPAS) + _tlv("01", account) + _tlv("02", service))
        + _tlv("53", _DONG)
        + _optional("54", amount)
        + _tlv("58", "VN")
        + _optional("62", more)
        + "6304"
    )
    return text + crc(text)


def parse(text: str) -> Transfer:
    """Return the transfer a QR code asks for. Raises `VietQrError`."""
    if crc(text[:-_CRC]) != text[-_CRC:] or text[-_CRC - _HEADER : -_CRC] != "6304":
        raise VietQrError(
            N_("The check sum of this QR code is wrong: it was read or copied badly.")
        )
    fields = _fields(text[: -_CRC - _HEADER])
    merchant = _fields(fields.get("38", ""))
    if merchant.get("00") != _NAPAS or fields.get("53") != _DONG or fields.get("58") != "VN":
        raise VietQrError(N_("This QR code is not a bank transfer in đồng (VietQR)."))
    to, more = _fields(merchant.get("01", "")), _fields(fields.get("62", ""))
    amount = fields.get("54")
    if amount is not None and not amount.isdecimal():
        raise VietQrError(N_("The amount is a whole number of đồng above 0."))
    transfer = Transfer(
        bank=to.get("00", ""),
        account=to.get("01", ""),
        card=merchant.get("02") == _TO_CARD,
        amount_vnd=None if amount is None else int(amount),
        purpose=more.get("08", ""),
        bill_number=more.get("01", ""),
    )
    _check(transfer)
    return transfer


def crc(text: str) -> str:
    """Return CRC-16/CCITT-FALSE over the bytes, four capital hexadecimal digits."""
    return format(binascii.crc_hqx(text.encode(errors="replace"), 0xFFFF), "04X")


def plain(text: str) -> str:
    """Return the text without Vietnamese marks, in ASCII; raise `VietQrError` for other signs."""
    spelled = unicodedata.normalize("NFD", " ".join(text.split()).translate(_STROKES))
    bare = "".join(sign for sign in spelled if not unicodedata.combining(sign))
    if not _PLAIN.fullmatch(bare):
        raise VietQrError(N_("The purpose may hold Latin letters, digits and plain signs only."))
    return bare


def _check(transfer: Transfer) -> None:
    if not _BIN.fullmatch(transfer.bank):
        raise VietQrError(N_("The bank number (BIN) has six digits."))
    if transfer.card and not _CARD.fullmatch(transfer.account):
        raise VietQrError(N_("A card number has 16 to 19 digits."))
    if not _ACCOUNT.fullmatch(transfer.account):
        raise VietQrError(N_("An account number has 6 to 19 letters and digits."))
    if transfer.amount_vnd is not None and not 1 <= transfer.amount_vnd <= AMOUNT_MOST:
        raise VietQrError(
            N_("The amount is a whole number of đồng from 1 to %(most)s."), most=AMOUNT_MOST
        )
    number = transfer.bill_number
    if len(number) > BILL_NUMBER_MOST or not _PLAIN.fullmatch(number):
        raise VietQrError(
            N_("The bill number has at most %(most)s plain signs."), most=BILL_NUMBER_MOST
        )


def _tlv(tag: str, value: str) -> str:
    """Return tag, length in bytes and value."""
    return f"{tag}{len(value.encode()):02d}{value}"


def _optional(tag: str, value: str) -> str:
    return _tlv(tag, value) if value else ""


def _fields(text: str) -> dict[str, str]:
    return dict(_read(text.encode(errors="replace")))


def _read(left: bytes) -> Iterator[tuple[str, str]]:
    """Yield tag and value; a length that leaves too much or too little is refused."""
    while left:
        head, length = left[:_HEADER], left[_TAG:_HEADER]
        if len(head) < _HEADER or not head.isdigit() or len(left) < _HEADER + int(length):
            raise VietQrError(N_("The lengths in this QR code do not add up."))
        end = _HEADER + int(length)
        yield head[:_TAG].decode(), left[_HEADER:end].decode("utf-8", "replace")
        left = left[end:]
