# SPDX-License-Identifier: Apache-2.0
"""Form 01: the receipt of the dossier with the appointment for the result.

Source: Circular 03/2025/TT-VPCP, Annex I, form 01.
"""

from __future__ import annotations

from motcua.domains.dossiers import clocks
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, heading, sheet, signer, words
from motcua.domains.dossiers.slips.wording import limit_words, moment_words, money
from motcua.domains.payments import queries as payments
from motcua.domains.units import queries as units
from motcua.rules.worktime import shown_due

APPOINTMENT = "Thời gian trả kết quả"
COPIES = ["Liên 1: Lưu tại cơ quan tiếp nhận", "Liên 2: Giao người nộp hồ sơ"]


def values(occasion: Occasion) -> Values:
    """Return the receipt as it stood when the dossier was received."""
    shown = occasion.shown
    return sheet(
        SlipKind.RECEIPT,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(
                *people.applicant(shown, label="Tiếp nhận hồ sơ của"),
                *people.channel(shown),
                *people.subject(shown),
                ("Cơ quan giải quyết", occasion.name(shown.competent_unit_id)),
                ("Mã hồ sơ của hệ thống bộ, ngành", shown.external_number),
            ),
            heading("Thành phần hồ sơ nộp gồm:"),
            people.papers(shown),
            facts(
                ("Số lượng hồ sơ", "01 (bộ)"),
                *_times(occasion),
                ("Đăng ký nhận kết quả tại", occasion.name(shown.return_unit_id)),
                ("Phí, lệ phí phải nộp", _fee(shown.code)),
                strong=(APPOINTMENT,),
            ),
            words(
                "Quét mã QR hoặc tra cứu tình trạng giải quyết hồ sơ theo mã hồ sơ trên"
                " Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh.",
                indent=False,
            ),
        ],
        signers=[
            signer("Người nộp hồ sơ", shown.applicant_name),
            signer("Người tiếp nhận hồ sơ", occasion.officer),
        ],
        copies=COPIES,
    )


def _times(occasion: Occasion) -> list[tuple[str, str]]:
    """Return both limits and both moments, as they were promised at the counter."""
    shown = occasion.shown
    terms = shown.version.terms.of(shown.channel)
    calendar = units.work_calendar(shown.competent_unit_id)
    promised = terms.on(occasion.on)
    due = clocks.due_at(received_at=occasion.at, limit=promised, calendar=calendar, pauses=())
    appointment = moment_words(shown_due(due, calendar)) if due else limit_words(None)
    rows = [("Thời hạn giải quyết theo quy định", limit_words(terms.legal))]
    if promised != terms.legal:
        rows.append(("Thời hạn giải quyết cam kết", limit_words(promised)))
    return [
        *rows,
        ("Thời gian nhận hồ sơ", moment_words(occasion.at)),
        (APPOINTMENT, appointment),
    ]


def _fee(code: str) -> str:
    bill = payments.bill_of(code)
    if bill is None:
        return "Không"
    return money(bill.total_vnd) if bill.total_vnd else "Được miễn"
