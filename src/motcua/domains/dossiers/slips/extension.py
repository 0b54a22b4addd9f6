# SPDX-License-Identifier: Apache-2.0
"""Form 04: the apology with the request for more time.

Source: Circular 03/2025/TT-VPCP, Annex I, form 04; Decree 30/2020/NĐ-CP for its layout.
"""

from __future__ import annotations

from datetime import datetime

from motcua.domains.dossiers import clocks
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import SIGN_AND_SEAL, Values, facts, sheet, signer, words
from motcua.domains.dossiers.slips.wording import moment_words
from motcua.domains.units import queries as units
from motcua.kit.clock import VN
from motcua.rules.worktime import shown_due

NEW_DUE = "Thời gian trả kết quả mới"


def values(occasion: Occasion) -> Values:
    """Return the letter with the due moment before and after."""
    shown, agency = occasion.shown, occasion.unit.name_vi
    extension = shown.extension or {}
    moved = datetime.fromisoformat(extension["to"]) if "to" in extension else shown.due_at
    return sheet(
        SlipKind.EXTENSION,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        address=shown.applicant_name,
        blocks=[
            words(
                f"{agency} đang giải quyết hồ sơ đề nghị thực hiện thủ tục"
                f" “{shown.version.title['vi']}” của Ông/Bà/Tổ chức, mã hồ sơ {shown.code}."
            ),
            facts(
                ("Thời gian tiếp nhận hồ sơ", moment_words(shown.received_at)),
                ("Thời gian hẹn trả kết quả", _before(occasion)),
                ("Lý do chưa thể trả kết quả đúng hẹn", occasion.line.reason),
                (NEW_DUE, moment_words(moved)),
                strong=(NEW_DUE,),
            ),
            words(
                f"{agency} xin lỗi Ông/Bà/Tổ chức về sự chậm trễ này và đề nghị gia hạn thời gian"
                " giải quyết hồ sơ đến thời điểm nêu trên. Thời gian giải quyết hồ sơ chỉ được"
                " gia hạn một lần."
            ),
            words("Mong nhận được sự thông cảm của Ông/Bà/Tổ chức./."),
        ],
        signers=[signer("Thủ trưởng cơ quan, đơn vị", occasion.officer, SIGN_AND_SEAL)],
        recipients=["Như trên;", f"{occasion.name(shown.receiving_unit_id)};", "Lưu: hồ sơ."],
    )


def _before(occasion: Occasion) -> str:
    """Return the due moment that held until the act, as it was promised."""
    shown = occasion.shown
    if shown.received_at is None:
        return ""
    calendar = units.work_calendar(shown.competent_unit_id)
    due = clocks.due_at(
        received_at=shown.received_at,
        limit=shown.version.terms.of(shown.channel).on(shown.received_at.astimezone(VN).date()),
        calendar=calendar,
        pauses=[one for one in clocks.closed(shown.pauses) if one.ended_at <= occasion.at],
    )
    return moment_words(shown_due(due, calendar)) if due else ""
