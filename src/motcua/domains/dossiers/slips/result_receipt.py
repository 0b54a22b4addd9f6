# SPDX-License-Identifier: Apache-2.0
"""The receipt that the applicant signs for the result. Our own form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from motcua.domains.dossiers.queries.register import register_rows
from motcua.domains.dossiers.queries.returns import collection_of, parcels_of
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, sheet, signer, words
from motcua.domains.dossiers.slips.wording import VERDICTS, moment_words
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.rules.worktime import shown_due, verdict

WAY: Final = "Phương thức nhận kết quả"
WAYS: Final = {
    "counter": "Trực tiếp tại quầy",
    "post": "Qua dịch vụ bưu chính",
    "online": "Trực tuyến (bản điện tử)",
}


def values(occasion: Occasion) -> Values:
    """Return the receipt: what was handed over, how, when, and whether in time."""
    shown, version = occasion.shown, occasion.shown.version
    title = (version.result or {}).get("title") or version.title
    handing = _handing(occasion)
    return sheet(
        SlipKind.RESULT_RECEIPT,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(
                *people.applicant(shown, label="Người nộp hồ sơ"),
                *people.subject(shown),
                ("Cơ quan giải quyết", occasion.name(shown.competent_unit_id)),
                ("Thời gian tiếp nhận hồ sơ", moment_words(shown.received_at)),
                *_due(occasion),
                ("Thời gian trả kết quả", moment_words(occasion.at)),
                *handing.rows,
                ("Kết quả giải quyết", f"{title['vi']}{_digest(shown.result_paper_id)}"),
                strong=("Kết quả giải quyết",),
            ),
            words("Người nhận đã kiểm tra và nhận đủ kết quả nêu trên."),
        ],
        signers=[
            signer("Người nhận kết quả", handing.recipient),
            signer("Người trả kết quả", occasion.officer),
        ],
    )


@dataclass(frozen=True, slots=True)
class Handing:
    """By which way and to whom the result went; posted papers are signed for at home."""

    rows: list[tuple[str, str]]
    recipient: str


def _handing(occasion: Occasion) -> Handing:
    """Return how this act handed the result over: by a parcel or a collector it wrote down."""
    shown, at = occasion.shown, occasion.at
    parcel = next((one for one in parcels_of(shown.id) if one.sent_at == at), None)
    if parcel is not None:
        sent = [(WAY, WAYS["post"]), ("Số vận đơn", parcel.tracking_number)]
        return Handing(sent, "")
    collected = collection_of(shown.id)
    if collected is not None and collected.at == at:
        rows = [
            (WAY, WAYS["counter"]),
            ("Người nhận thay", collected.collector_name),
            ("Số định danh của người nhận thay", collected.collector_id_number),
            ("Quan hệ với người nộp hồ sơ", collected.relation),
            ("Căn cứ nhận thay", collected.statement or "Giấy ủy quyền lưu trong hồ sơ"),
            ("Người kiểm tra căn cứ", collected.checker_name),
        ]
        return Handing(rows, collected.collector_name)
    first = occasion.line.act == "return_result"
    way = next((row.way for row in register_rows([shown.code]) if first), "")
    return Handing([(WAY, WAYS.get(way, WAYS["counter"]))], shown.applicant_name)


def _due(occasion: Occasion) -> list[tuple[str, str]]:
    shown = occasion.shown
    if shown.due_at is None or shown.received_at is None or shown.ended_at is None:
        return []
    calendar = units.work_calendar(shown.competent_unit_id)
    judged = verdict(
        due_at=shown.due_at, ended_at=shown.ended_at, at=occasion.at,
        received_at=shown.received_at, calendar=calendar,
    )  # fmt: skip
    due = moment_words(shown_due(shown.due_at, calendar))
    return [("Thời gian hẹn trả kết quả", due), ("Kết quả thực hiện thời hạn", VERDICTS[judged])]


def _digest(paper_id: int | None) -> str:
    """Return the start of the file's SHA-256, so that the paper names the very file."""
    found = vault.papers(id=paper_id) if paper_id else ()
    return f" (tệp {found[0].file_name}, SHA-256 {found[0].sha256[:16]}…)" if found else ""
