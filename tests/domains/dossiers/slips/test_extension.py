# SPDX-License-Identifier: Apache-2.0
"""The apology names the moment promised before and the new one."""

from __future__ import annotations

import pytest

from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.filling import filled
from motcua.domains.dossiers.slips.occasion import occasions
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import extended

pytestmark = pytest.mark.django_db


def test_both_moments_stand_on_it(town: Town) -> None:
    values = filled(next(occasions(extended(town), [SlipKind.EXTENSION])))

    lines = {label: value for label, value, _ in values["blocks"][1]["rows"]}
    assert lines == {
        "Thời gian tiếp nhận hồ sơ": "10 giờ 00 phút, ngày 03 tháng 7 năm 2026",
        "Thời gian hẹn trả kết quả": "10 giờ 00 phút, ngày 10 tháng 7 năm 2026",
        "Lý do chưa thể trả kết quả đúng hẹn": "Phải xác minh thực địa",
        "Thời gian trả kết quả mới": "16 giờ 00 phút, ngày 15 tháng 7 năm 2026",
    }
    assert values["address"] == "Nguyễn Thị Lan" and values["signers"][0]["name"] == "Dũng"
