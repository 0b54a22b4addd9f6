# SPDX-License-Identifier: Apache-2.0
"""Whose system runs a procedure."""

from __future__ import annotations

import pytest

from motcua.rules.generation.routing import Route, route
from tests.rules.generation.records import a_record


@pytest.mark.parametrize(
    ("agencies", "expected"),
    [
        (["Ủy ban nhân dân cấp xã"], Route("LOCAL", True)),
        (["Sở Xây dựng", "Bộ Xây dựng"], Route("LOCAL", True)),
        (["Văn phòng đăng ký đất đai"], Route("LOCAL", True)),
        (["Công an cấp Xã"], Route("MINISTRY", False)),
        (["Thuế tỉnh, thành phố", "Thuế cơ sở"], Route("MINISTRY", False)),
        (["Chi cục Hải quan khu vực"], Route("MINISTRY", False)),
        (["Ngân hàng Nhà nước Khu vực"], Route("MINISTRY", False)),
        (["Cục Đường bộ Việt Nam"], Route("MINISTRY", False)),
        (["Công an tỉnh", "Ủy ban nhân dân cấp xã"], Route("HYBRID", False)),
    ],
)
def test_the_bodies_named_say_whose_system_it_is(agencies: list[str], expected: Route) -> None:
    assert route(a_record(agencies=agencies)) == expected


@pytest.mark.parametrize(
    ("ministry", "routing"), [("Bộ Công an", "MINISTRY"), ("Bộ Y tế", "LOCAL"), (None, "LOCAL")]
)
def test_without_a_body_the_ministry_is_a_guess(ministry: str | None, routing: str) -> None:
    assert route(a_record(agencies=None, ministry=ministry)) == Route(routing, False)
