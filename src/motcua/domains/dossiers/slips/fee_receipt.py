# SPDX-License-Identifier: Apache-2.0
"""The receipt for fees and charges, in three copies. Our own form.

Source: Decree 123/2020/NĐ-CP art. 32 (contents, recalled); numbers come from the payments.
To verify: no seen text says whether fees of one dossier may share a receipt. What comes into one
account has one receipt, and so has what the counter takes at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, sheet, signer, table
from motcua.domains.dossiers.slips.wording import capital, moment_words, money
from motcua.domains.payments import queries as payments
from motcua.domains.payments.banks import bank_of
from motcua.domains.payments.queries import LineCard, ReceiptCard, ReceiptMark
from motcua.rules.amounts import in_words

KINDS: Final = {"fee": "Phí", "charge": "Lệ phí"}
METHODS: Final = {"cash": "Tiền mặt", "online": "Trực tuyến", "transfer": "Chuyển khoản"}
COPIES: Final = [
    "Liên 1: Lưu tại cơ quan thu",
    "Liên 2: Giao người nộp tiền",
    "Liên 3: Báo soát",
]
ROWS: Final = (
    ("STT", "11mm", "center"),
    ("Nội dung thu", "1fr", "left"),
    ("Loại", "19mm", "center"),
    ("Số tiền (đồng)", "34mm", "right"),
)


def values(occasion: Occasion) -> Values:
    """Return the receipt with the sum in figures and words."""
    shown, taken = occasion.shown, _taken(occasion)
    mark, total = taken.mark, taken.mark.amount_vnd
    return sheet(
        SlipKind.FEE_RECEIPT,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(
                ("Người nộp tiền", shown.applicant_name),
                ("Số định danh cá nhân", shown.applicant_id_number),
                ("Địa chỉ", shown.applicant_address),
                *people.subject(shown),
                ("Đơn vị thụ hưởng", occasion.name(shown.competent_unit_id)),
                *_account(mark),
            ),
            table(ROWS, _lines(taken.lines)),
            facts(
                ("Tổng số tiền", money(total)),
                ("Số tiền viết bằng chữ", f"{capital(in_words(total))}."),
                ("Hình thức nộp tiền", METHODS.get(mark.method, "")),
                ("Thời gian nộp", moment_words(occasion.at)),
                strong=("Tổng số tiền", "Số tiền viết bằng chữ"),
            ),
        ],
        signers=[
            signer("Người nộp tiền", shown.applicant_name),
            signer("Người thu tiền", occasion.officer),
        ],
        copies=COPIES,
        number=mark.number,
    )


def _taken(occasion: Occasion) -> ReceiptCard:
    """Return the receipt the paper is about: a bill has one for each account it went to."""
    found = payments.receipts_of(occasion.shown.code)
    return next(one for one in found if one.mark.number == occasion.about)


def _account(mark: ReceiptMark) -> Iterator[tuple[str, str]]:
    if mark.account_number:
        bank = bank_of(mark.bank_bin)
        at = bank.short_name if bank else mark.bank_bin
        yield "Tài khoản thụ hưởng", f"{mark.account_number} – {at} – {mark.account_name}"


def _lines(lines: Sequence[LineCard]) -> list[list[str]]:
    return [
        [
            str(place),
            f"{line.title_vi} ({line.exempt_reason})" if line.exempt_reason else line.title_vi,
            KINDS.get(line.kind, line.kind),
            money(line.amount_vnd).removesuffix(" đồng"),
        ]
        for place, line in enumerate(lines, start=1)
    ]
