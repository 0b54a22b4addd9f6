# SPDX-License-Identifier: Apache-2.0
"""Form 03: the refusal to receive the dossier.

Source: Circular 03/2025/TT-VPCP, Annex I, form 03.
"""

from __future__ import annotations

from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, sheet, signer, words


def values(occasion: Occasion) -> Values:
    """Return the refusal with the reason that was written with the act."""
    shown = occasion.shown
    return sheet(
        SlipKind.REFUSAL,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(*people.applicant(shown), *people.channel(shown), *people.subject(shown)),
            words(
                f"Qua xem xét, {occasion.unit.name_vi} thông báo không tiếp nhận, giải quyết"
                " hồ sơ này với lý do và căn cứ như sau:"
            ),
            words(occasion.line.reason),
            words("Xin thông báo để Ông/Bà được biết và thực hiện./."),
        ],
        signers=[
            signer("Người nộp hồ sơ", shown.applicant_name),
            signer("Người tiếp nhận hồ sơ", occasion.officer),
        ],
    )
