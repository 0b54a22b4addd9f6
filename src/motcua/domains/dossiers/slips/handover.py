# SPDX-License-Identifier: Apache-2.0
"""The list with which papers travel between two units. Our own form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from motcua.domains.dossiers.queries.card import card
from motcua.domains.dossiers.queries.handovers import HandoverCard, ListedDossier, handover
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.people import appointment
from motcua.domains.dossiers.slips.sheet import Values, facts, sheet, signer, table
from motcua.domains.dossiers.slips.wording import day_short, moment_short, moment_words
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.kit.clock import VN

ROWS: Final = (
    ("STT", "10mm", "center"),
    ("Mã hồ sơ", "45mm", "left"),
    ("Thủ tục hành chính", "1fr", "left"),
    ("Người nộp hồ sơ", "30mm", "left"),
    ("Hẹn trả", "23mm", "center"),
    ("Xác nhận", "24mm", "left"),
)
KINDS: Final = {"papers": "Hồ sơ giấy đã tiếp nhận", "results": "Kết quả giải quyết để trả"}
OUTCOMES: Final = {"confirmed": "Đã nhận", "refused": "Không nhận"}


def values(occasion: Occasion) -> Values:
    """Return the list on which a dossier's paper travelled; without one, what its log tells."""
    if occasion.about.isdigit():
        return _from_log(occasion)
    return list_values(handover(occasion.about))


def list_values(shown: HandoverCard) -> Values:
    """Return a list as it is now, with what the receiving side has confirmed."""
    on = shown.given_at.astimezone(VN).date()
    receiver = units.agency(shown.to_unit_id, on=on).name_vi
    cards = [card(row.code) for row in shown.rows]
    settlers = dict.fromkeys(row.settler_name for row in shown.rows if row.settler_name)
    return sheet(
        SlipKind.HANDOVER,
        unit=units.agency(shown.from_unit_id, on=on),
        on=on,
        source="synthetic" if any(one.source == "synthetic" for one in cards) else "real",
        code="",
        number=shown.code,
        blocks=[
            facts(
                ("Nội dung bàn giao", KINDS.get(str(shown.kind), "")),
                ("Bên giao", units.agency(shown.from_unit_id, on=on).name_vi),
                ("Bên nhận", receiver),
                ("Thời gian bàn giao", moment_words(shown.given_at)),
                ("Số lượng hồ sơ", f"{len(shown.rows):02d} (bộ)"),
            ),
            table(
                ROWS,
                _rows(shown, [appointment(one.due_at, one.competent_unit_id) for one in cards]),
            ),
        ],
        signers=[signer("Bên giao", shown.giver_name), signer("Bên nhận", ", ".join(settlers))],
    )


def _rows(shown: HandoverCard, dues: list[datetime | None]) -> Iterator[list[str]]:
    for place, (row, due_at) in enumerate(zip(shown.rows, dues, strict=True), start=1):
        title = procedures.title(row.version_id)["vi"]
        yield [str(place), row.code, title, row.applicant_name, day_short(due_at), _outcome(row)]


def _outcome(row: ListedDossier) -> str:
    words = (OUTCOMES.get(row.outcome, ""), moment_short(row.settled_at), row.reason)
    return " ".join(word for word in words if word)


def _from_log(occasion: Occasion) -> Values:
    shown = occasion.shown
    due = day_short(appointment(shown.due_at, shown.competent_unit_id))
    row = ["1", shown.code, shown.version.title["vi"], shown.applicant_name, due, ""]
    return sheet(
        SlipKind.HANDOVER,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(
                ("Bên giao", occasion.unit.name_vi),
                ("Bên nhận", occasion.name(shown.competent_unit_id)),
                ("Thời gian bàn giao", moment_words(occasion.at)),
                ("Số lượng hồ sơ", "01 (bộ)"),
            ),
            table(ROWS, [row]),
        ],
        signers=[signer("Bên giao", occasion.officer), signer("Bên nhận")],
    )
