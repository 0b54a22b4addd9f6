# SPDX-License-Identifier: Apache-2.0
"""Dossiers that have come to each form, for the tests of what is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.refuse import refuse
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.payments.acts.take_cash import take_cash
from tests.builders import by, vn
from tests.domains.dossiers.conftest import HANDED_AT, Town

ASKED_AT = vn("2026-07-03 14:00")
RETURNED_AT = vn("2026-07-08 09:15")
REASON = "Thiếu bản vẽ có chữ ký của chủ hộ (khoản 2 Điều 95 Luật Xây dựng)"


def asked(town: Town) -> str:
    code = town.appraised()
    item = Item("paper:drawing", "Bản vẽ mặt bằng tầng 2", "Bản nộp bị mờ, không đọc được")
    ask_supplement(
        by=by(town.specialist, ASKED_AT), code=code, items=[item], until_on=date(2026, 7, 17),
        guide="Mang bản vẽ đến quầy số 3 hoặc tải lên Cổng dịch vụ công",
    )  # fmt: skip
    return code


def refused(town: Town) -> str:
    code = town.submitted()
    refuse(by=by(town.counter, HANDED_AT), code=code, reason=REASON)
    return code


def extended(town: Town) -> str:
    code = town.appraised()
    extend(
        by=by(town.leader, ASKED_AT), code=code, to=vn("2026-07-15 16:00"),
        reason="Phải xác minh thực địa",
    )  # fmt: skip
    return code


def stopped(town: Town) -> str:
    code = town.appraised()
    stop(by=by(town.leader, ASKED_AT), code=code, reason=REASON)
    return code


def paid(town: Town, code: str | None = None) -> str:
    code = code or town.received()
    take_cash(
        actor=town.counter, at=HANDED_AT, key=uuid4(), dossier_code=code, amount_vnd=75_000,
        unit_id=town.centre_id,
    )  # fmt: skip
    return code


def returned(town: Town) -> str:
    code = paid(town, town.decided())
    file_result(code=code, at=RETURNED_AT)
    return_result(by=by(town.counter, RETURNED_AT), code=code, to="counter")
    return code


WALKS: dict[SlipKind, Callable[[Town], str]] = {
    SlipKind.RECEIPT: lambda town: town.received(),
    SlipKind.SUPPLEMENT: asked,
    SlipKind.REFUSAL: refused,
    SlipKind.EXTENSION: extended,
    SlipKind.STOP: stopped,
    SlipKind.CONTROL: returned,
    SlipKind.FEE_RECEIPT: paid,
    SlipKind.HANDOVER: lambda town: town.appraised(),
    SlipKind.RESULT_RECEIPT: returned,
}
