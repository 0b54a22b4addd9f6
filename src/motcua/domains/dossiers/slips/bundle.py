# SPDX-License-Identifier: Apache-2.0
"""One receipt for several dossiers that one person handed in together. Our own form.

Each dossier has its own form 01 as well; this one goes home with the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from motcua.domains.dossiers.queries.bundles import BundleCard
from motcua.domains.dossiers.queries.card import DossierCard, card
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.sheet import Values, facts, sheet, signer, table, words
from motcua.domains.dossiers.slips.wording import moment_short, moment_words, money
from motcua.domains.payments import queries as payments
from motcua.domains.units import queries as units
from motcua.kit.clock import VN

ROWS: Final = (
    ("STT", "10mm", "center"),
    ("Mã hồ sơ", "45mm", "left"),
    ("Nội dung yêu cầu giải quyết", "1fr", "left"),
    ("Cơ quan giải quyết", "34mm", "left"),
    ("Hẹn trả kết quả", "23mm", "center"),
    ("Phí, lệ phí", "20mm", "right"),
)


def bundle_values(bundle: BundleCard) -> Values:
    """Return the common receipt of the dossiers of a bundle."""
    on = bundle.opened_at.astimezone(VN).date()
    cards = [card(code) for code in bundle.dossiers]
    unit = units.agency(bundle.unit_id, on=on)
    first = cards[0]
    return sheet(
        SlipKind.RECEIPT,
        unit=unit,
        on=on,
        source="synthetic" if any(one.source == "synthetic" for one in cards) else "real",
        code="",
        number=bundle.code,
        subtitle="(dùng cho nhiều hồ sơ)",
        blocks=[
            facts(
                *people.applicant(first, label="Tiếp nhận hồ sơ của"),
                ("Số lượng hồ sơ", f"{len(cards):02d} (bộ)"),
                ("Thời gian nhận hồ sơ", moment_words(bundle.opened_at)),
                ("Đăng ký nhận kết quả tại", unit.name_vi),
            ),
            table(ROWS, _rows(cards)),
            words("Mỗi hồ sơ được tra cứu riêng theo mã hồ sơ của hồ sơ đó.", indent=False),
        ],
        signers=[
            signer("Người nộp hồ sơ", first.applicant_name),
            signer("Người tiếp nhận hồ sơ", bundle.officer_name),
        ],
    )


def _rows(cards: Sequence[DossierCard]) -> Iterator[list[str]]:
    for place, shown in enumerate(cards, start=1):
        due = people.appointment(shown.due_at, shown.competent_unit_id)
        bill = payments.bill_of(shown.code)
        yield [
            str(place),
            shown.code,
            shown.version.title["vi"],
            units.agency(shown.competent_unit_id).name_vi,
            moment_short(due),
            money(bill.total_vnd) if bill else "",
        ]
