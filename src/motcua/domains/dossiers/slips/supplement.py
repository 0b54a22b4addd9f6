# SPDX-License-Identifier: Apache-2.0
"""Form 02: the request to complete the dossier.

Source: Circular 03/2025/TT-VPCP, Annex I, form 02.
"""

from __future__ import annotations

from collections.abc import Iterator

from motcua.domains.dossiers.queries.card import DossierCard, SupplementLine, supplements
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, heading, sheet, signer, table, words
from motcua.domains.dossiers.slips.wording import day_words

ITEMS = (
    ("STT", "11mm", "center"),
    ("Nội dung", "1fr", "left"),
    ("Phần còn thiếu hoặc cần sửa", "1.2fr", "left"),
    ("Lý do", "1fr", "left"),
)


def values(occasion: Occasion) -> Values:
    """Return the request with everything asked at once."""
    shown = occasion.shown
    request = _request(occasion)
    return sheet(
        SlipKind.SUPPLEMENT,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(*people.applicant(shown), *people.subject(shown)),
            heading("Yêu cầu bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:"),
            table(ITEMS, _rows(shown, request)),
            facts(
                ("Hướng dẫn", request.guide if request else ""),
                ("Thời hạn bổ sung", f"Trước hết {day_words(request.until_on)}" if request else ""),
                ("Người hướng dẫn", occasion.officer),
                strong=("Thời hạn bổ sung",),
            ),
            words(
                "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, đề nghị Ông/Bà liên hệ với"
                f" {occasion.unit.name_vi} để được hướng dẫn."
            ),
        ],
        signers=[
            signer("Người nhận phiếu", shown.applicant_name),
            signer("Người hướng dẫn", occasion.officer),
        ],
    )


def _request(occasion: Occasion) -> SupplementLine | None:
    """Return the request this act wrote: the last one asked by then."""
    asked = [one for one in supplements(occasion.shown.id) if one.asked_at <= occasion.at]
    return asked[-1] if asked else None


def _rows(shown: DossierCard, request: SupplementLine | None) -> Iterator[list[str]]:
    for place, item in enumerate(request.items if request else (), start=1):
        yield [str(place), target(shown, item["target"]), item["missing"], item["reason"]]


def target(shown: DossierCard, pointed: str) -> str:
    """Return the Vietnamese name of what an item points at: `field:<path>` or `paper:<code>`."""
    kind, _, name = pointed.partition(":")
    if kind == "paper":
        found = (one.title["vi"] for one in shown.version.papers if one.code == name)
    else:
        found = (one.label["vi"] for one in shown.version.form.fields if one.name == name)
    return next(found, name)
