# SPDX-License-Identifier: Apache-2.0
"""Form 05: the notice that the handling was stopped, by decision or at the applicant's wish.

Source: Circular 03/2025/TT-VPCP, Annex I, form 05.
"""

from __future__ import annotations

from motcua.domains.dossiers.billing import WAIVED
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import SIGN_AND_SEAL, Values, facts, sheet, signer, words
from motcua.domains.dossiers.slips.wording import moment_words, money
from motcua.domains.payments import queries as payments
from motcua.kit.access import Role

AT_WISH = "Theo đề nghị của người nộp hồ sơ"
BY_DECISION = "Theo quyết định của cơ quan giải quyết hồ sơ"


def values(occasion: Occasion) -> Values:
    """Return the notice: ground, stage, decision, and what becomes of the money."""
    shown, line = occasion.shown, occasion.line
    return sheet(
        SlipKind.STOP,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        address=shown.applicant_name,
        blocks=[
            facts(
                ("Địa chỉ", shown.applicant_address),
                ("Số điện thoại", shown.applicant_phone),
                *people.subject(shown),
                ("Thời gian tiếp nhận hồ sơ", moment_words(shown.received_at)),
                ("Căn cứ dừng giải quyết", AT_WISH if line.act == "withdraw" else BY_DECISION),
                ("Lý do", line.reason),
                ("Giai đoạn giải quyết khi dừng", _stage(occasion)),
                ("Phí, lệ phí", _money(shown.code)),
            ),
            words(
                f"{occasion.unit.name_vi} thông báo dừng giải quyết hồ sơ nêu trên kể từ"
                f" {moment_words(occasion.at)}. Giấy tờ bản chính đã nộp được trả lại tại nơi"
                " tiếp nhận hồ sơ."
            ),
            words("Xin thông báo để Ông/Bà/Tổ chức được biết./."),
        ],
        signers=[signer("Thủ trưởng cơ quan, đơn vị", _leader(occasion), SIGN_AND_SEAL)],
        recipients=["Như trên;", f"{occasion.name(shown.receiving_unit_id)};", "Lưu: hồ sơ."],
    )


def _leader(occasion: Occasion) -> str:
    """Return the leader who decided; where others acted, the leader's name is still to come."""
    by_leader = occasion.line.post.startswith(f"{Role.LEADER}@")
    return occasion.officer if by_leader else ""


def _stage(occasion: Occasion) -> str:
    """Return the title of the step at which the dossier stood before the act."""
    before = occasion.log[-2].step if len(occasion.log) > 1 else occasion.line.step
    step = occasion.shown.version.workflow.steps.get(before)
    return str(step.title["vi"]) if step else before


def _money(code: str) -> str:
    bill = payments.bill_of(code)
    waived = bill is not None and any(line.exempt_reason == WAIVED for line in bill.lines)
    if bill is None or not (bill.total_vnd or waived):
        return "Không phát sinh"
    if not bill.receipts:
        return "Chưa thu; không phải nộp"
    numbers = ", ".join(receipt.number for receipt in bill.receipts)
    taken = f"Đã thu {money(bill.taken_vnd)} (biên lai {numbers})"
    if waived:
        taken += "; không phải nộp khoản còn lại"
    if bill.refunded_vnd:
        return f"{taken}; đã hoàn trả {money(bill.refunded_vnd)}"
    return f"{taken}; việc hoàn trả thực hiện theo quy định về phí, lệ phí"
