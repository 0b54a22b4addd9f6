# SPDX-License-Identifier: Apache-2.0
"""The receipt that the applicant signs for the result. Our own form."""

from __future__ import annotations

from typing import Final

from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, sheet, signer, words
from motcua.domains.dossiers.slips.wording import VERDICTS, moment_words
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.rules.worktime import shown_due, verdict

WAYS: Final = {
    "counter": "Trực tiếp tại quầy",
    "post": "Qua dịch vụ bưu chính",
    "online": "Trực tuyến (bản điện tử)",
}


def values(occasion: Occasion) -> Values:
    """Return the receipt: what was handed over, how, when, and whether in time."""
    shown, version = occasion.shown, occasion.shown.version
    title = (version.result or {}).get("title") or version.title
    return sheet(
        SlipKind.RESULT_RECEIPT,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(
                *people.applicant(shown, label="Người nhận kết quả"),
                *people.subject(shown),
                ("Cơ quan giải quyết", occasion.name(shown.competent_unit_id)),
                ("Thời gian tiếp nhận hồ sơ", moment_words(shown.received_at)),
                *_due(occasion),
                ("Thời gian trả kết quả", moment_words(occasion.at)),
                ("Phương thức nhận kết quả", WAYS.get(occasion.line.reason or "counter", "")),
                ("Kết quả giải quyết", f"{title['vi']}{_digest(shown.result_paper_id)}"),
                strong=("Kết quả giải quyết",),
            ),
            words("Người nhận đã kiểm tra và nhận đủ kết quả nêu trên."),
        ],
        signers=[
            signer("Người nhận kết quả", shown.applicant_name),
            signer("Người trả kết quả", occasion.officer),
        ],
    )


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
