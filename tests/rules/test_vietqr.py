# SPDX-License-Identifier: Apache-2.0
"""The four vectors of NAPAS, and that whatever is written can be read again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.vietqr import PURPOSE_MOST, Transfer, VietQrError, crc, parse, payload, plain

ACCOUNT_STATIC = (
    "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304"
)
CARD_STATIC = (
    "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN6304"
)
ACCOUNT_DYNAMIC = (
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
    "530370454061800005802VN62340107NPS68690819thanh toan don hang6304"
)
CARD_DYNAMIC = (
    "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC"
    "530370454061800005802VN62340107NPS68690819thanh toan don hang6304"
)
BILL = Transfer(bank="970403", account="0011012345678", amount_vnd=180_000)
CARD = Transfer(bank="970403", account="9704031101234567", card=True)
GOODS = {"amount_vnd": 180_000, "purpose": "thanh toan don hang", "bill_number": "NPS6869"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ACCOUNT_STATIC, "F4E5"),
        (CARD_STATIC, "4F52"),
        (ACCOUNT_DYNAMIC, "2E2E"),
        (CARD_DYNAMIC, "A203"),
        ("123456789", "29B1"),
    ],
)
def test_check_sums_are_those_of_napas(text: str, expected: str) -> None:
    assert crc(text) == expected


@pytest.mark.parametrize(
    ("transfer", "text"),
    [
        (CARD, CARD_STATIC + "4F52"),
        (replace(BILL, **GOODS), ACCOUNT_DYNAMIC + "2E2E"),
        (replace(CARD, **GOODS), CARD_DYNAMIC + "A203"),
    ],
)
def test_payloads_are_those_of_napas(transfer: Transfer, text: str) -> None:
    assert payload(transfer) == text
    assert parse(text) == transfer


def test_the_first_vector_states_a_wrong_length_and_ours_a_right_one() -> None:
    static = replace(BILL, amount_vnd=None)

    with pytest.raises(VietQrError, match="do not add up"):
        parse(ACCOUNT_STATIC + "F4E5")

    right = ACCOUNT_STATIC.replace("01120011012345678", "01130011012345678")
    assert payload(static) == right + crc(right)
    assert parse(payload(static)) == static


def test_a_code_with_an_amount_is_for_one_payment() -> None:
    assert payload(BILL)[:12] == "000201010212"
    assert payload(replace(BILL, amount_vnd=None))[:12] == "000201010211"


def test_marks_of_the_purpose_are_left_out() -> None:
    assert plain("Lệ phí  Đăng ký hộ") == "Le phi Dang ky ho"
    assert "Le phi H05.43-260703-0001" not in payload(BILL)
    assert "0810Le phi 1/2" in payload(replace(BILL, purpose="Lệ phí 1/2"))


def test_foreign_fields_are_read_by_their_bytes() -> None:
    text = payload(BILL)[:-8] + "5908Đô thi" + "6304"

    assert parse(text + crc(text)) == BILL


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"bank": ""}, "six digits"),
        ({"bank": "97040"}, "six digits"),
        ({"bank": "٩٧٠٤٠٣"}, "six digits"),
        ({"account": "12345"}, "6 to 19"),
        ({"account": "0" * 20}, "6 to 19"),
        ({"account": "00 11"}, "6 to 19"),
        ({"card": True}, "16 to 19"),
        ({"amount_vnd": 0}, "from 1"),
        ({"amount_vnd": -1}, "from 1"),
        ({"amount_vnd": 10**13}, "from 1"),
        ({"purpose": "a" * (PURPOSE_MOST + 1)}, "26 characters"),
        ({"purpose": "学费"}, "Latin letters"),
        ({"bill_number": "x" * 26}, "at most 25"),
        ({"bill_number": "số"}, "at most 25"),
    ],
)
def test_what_no_bank_would_carry_out_is_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(VietQrError, match=said):
        payload(replace(BILL, **changes))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6304",
        "63040000",
        "hello",
        payload(BILL)[:-1] + "!",
        payload(BILL).replace("180", "181"),
    ],
)
def test_a_code_read_badly_is_refused(text: str) -> None:
    with pytest.raises(VietQrError, match="check sum"):
        parse(text)


@pytest.mark.parametrize("body", ["000201", "00", "0099", "xx02VN", "53037045802US38080004ABCD"])
def test_a_right_check_sum_does_not_make_a_transfer(body: str) -> None:
    with pytest.raises(VietQrError):
        parse(body + "6304" + crc(body + "6304"))


@given(
    bank=st.from_regex("[0-9]{6}", fullmatch=True),
    account=st.from_regex("[0-9A-Za-z]{6,19}", fullmatch=True),
    amount=st.none() | st.integers(1, 9_999_999_999_999),
    purpose=st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=25),
)
def test_what_is_written_is_read_again(
    bank: str, account: str, amount: int | None, purpose: str
) -> None:
    transfer = Transfer(
        bank=bank.translate(_ASCII), account=account, amount_vnd=amount, purpose=purpose
    )

    assert parse(payload(transfer)) == transfer


_ASCII = {ord(digit): str(int(digit)) for digit in "0123456789"}
