# SPDX-License-Identifier: Apache-2.0
"""The list with which reception hands dossiers to the professional desk. Our own form."""

from __future__ import annotations

from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, sheet, signer, table
from motcua.domains.dossiers.slips.wording import day_short, moment_words

ROWS = (
    ("STT", "10mm", "center"),
    ("Mã hồ sơ", "45mm", "left"),
    ("Thủ tục hành chính", "1fr", "left"),
    ("Người nộp hồ sơ", "30mm", "left"),
    ("Hẹn trả", "24mm", "center"),
)


def values(occasion: Occasion) -> Values:
    """Return the hand-over of one dossier, as its log tells it."""
    shown = occasion.shown
    receiver = occasion.name(shown.competent_unit_id)
    return sheet(
        SlipKind.HANDOVER,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(
                ("Bên giao", occasion.unit.name_vi),
                ("Bên nhận", receiver),
                ("Thời gian bàn giao", moment_words(occasion.at)),
                ("Số lượng hồ sơ", "01 (bộ)"),
            ),
            table(
                ROWS,
                [["1", shown.code, shown.version.title["vi"], shown.applicant_name,
                  day_short(shown.due_at)]],
            ),
        ],
        signers=[signer("Bên giao", occasion.officer), signer("Bên nhận")],
    )  # fmt: skip
