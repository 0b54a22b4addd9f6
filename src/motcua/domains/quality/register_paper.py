# SPDX-License-Identifier: Apache-2.0
"""Form 07, the register of dossiers, as rows of words and as a PDF.

Source: Circular 03/2025/TT-VPCP, Annex I, form 07.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.queries.card import card
from motcua.domains.dossiers.queries.register import RegisterRow
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import printing
from motcua.domains.dossiers.slips.people import appointment
from motcua.domains.dossiers.slips.result_receipt import WAYS
from motcua.domains.dossiers.slips.sheet import SIGN_AND_SEAL, facts, sheet, signer, table
from motcua.domains.dossiers.slips.wording import day_short, moment_short
from motcua.domains.procedures import queries as procedures
from motcua.domains.quality.queries.register import register, register_codes
from motcua.domains.units import queries as units
from motcua.kit.clock import VN
from motcua.kit.faults import Fault
from motcua.rules.workflow import Status

COLUMNS: Final = (
    ("STT", "9mm", "center"),
    ("Mã hồ sơ", "39mm", "left"),
    ("Tên thủ tục hành chính", "2fr", "left"),
    ("Số bộ", "9mm", "center"),
    ("Tên cá nhân, tổ chức; địa chỉ, số điện thoại", "1.4fr", "left"),
    ("Cơ quan chủ trì giải quyết", "26mm", "left"),
    ("Tiếp nhận", "18mm", "center"),
    ("Hẹn trả kết quả", "18mm", "center"),
    ("Nhận kết quả", "18mm", "center"),
    ("Trả kết quả", "18mm", "center"),
    ("Phương thức nhận kết quả", "19mm", "left"),
    ("Ký nhận", "13mm", "left"),
    ("Ghi chú", "15mm", "left"),
)
NOTES: Final = {
    Status.SUPPLEMENT: "Chờ bổ sung",
    Status.PAYMENT: "Chờ nghĩa vụ tài chính",
    Status.WITHDRAWN: "Rút hồ sơ",
    Status.STOPPED: "Dừng giải quyết",
}
PAPER_MOST: Final = 2_000


class NotReceivedYet(Fault):
    """The register holds received dossiers only."""

    status = 409
    sentence = gettext_lazy("This dossier was not received, so it stands in no register.")


class RegisterTooLong(Fault):
    """Nobody prints that many lines at once."""

    sentence = gettext_lazy("Choose a shorter period: a register holds %(most)s lines at most.")


def lines(unit_id: int, first: date, last: date) -> Iterator[list[str]]:
    """Yield the register line by line, as words in the order of COLUMNS."""
    for place, row in enumerate(register(unit_id, first, last), start=1):
        yield [str(place), *_words(row)]


def register_pdf(unit_id: int, first: date, last: date, *, at: datetime) -> bytes:
    """Return the register of a period as PDF. Raises NotFound, RegisterTooLong."""
    on = at.astimezone(VN).date()
    unit = units.agency(unit_id, on=on)
    found: list[RegisterRow] = []
    for row in register(unit_id, first, last):
        found.append(row)
        if len(found) > PAPER_MOST:
            raise RegisterTooLong(most=PAPER_MOST)
    invented = any(row.source == "synthetic" for row in found)
    values = sheet(
        SlipKind.REGISTER,
        unit=unit,
        on=on,
        source="synthetic" if invented else "real",
        code="",
        blocks=[
            table(COLUMNS, [[str(n), *_words(row)] for n, row in enumerate(found, start=1)]),
            facts(("Tổng số hồ sơ", str(len(found)))),
        ],
        signers=[signer("Người lập sổ"), signer("Thủ trưởng đơn vị", note=SIGN_AND_SEAL)],
        subtitle=f"Từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}",
        landscape=True,
    )
    return printing.pdf(values)


def register_of(code: str, *, at: datetime) -> bytes:
    """Return the register in which a dossier stands: of its receiving unit and month.

    Raises NotFound, NotReceivedYet, RegisterTooLong.
    """
    return register_pdf(*_register_with(code), at=at)


def register_codes_of(code: str) -> list[str]:
    """Return who stands in that register. Raises NotFound, NotReceivedYet."""
    return register_codes(*_register_with(code))


def _register_with(code: str) -> tuple[int, date, date]:
    """Return the unit and the first and last day of the register that a dossier stands in."""
    shown = card(code)
    if shown.received_at is None:
        raise NotReceivedYet
    on = shown.received_at.astimezone(VN).date()
    last = on.replace(day=monthrange(on.year, on.month)[1])
    return shown.receiving_unit_id, on.replace(day=1), last


def _words(row: RegisterRow) -> list[str]:
    reached = (row.applicant_name, row.applicant_address, row.applicant_phone)
    return [
        row.code,
        procedures.title(row.version_id)["vi"],
        "01",
        "; ".join(part for part in reached if part),
        units.agency(row.competent_unit_id).name_vi,
        moment_short(row.received_at),
        moment_short(appointment(row.due_at, row.competent_unit_id)),
        day_short(row.ended_at),
        day_short(row.returned_at),
        WAYS.get(row.way, WAYS["counter"]) if row.returned_at else "",
        "",
        NOTES.get(Status(row.status), ""),
    ]
