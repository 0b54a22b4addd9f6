# SPDX-License-Identifier: Apache-2.0
"""A part of an application among its siblings: accessible, and narrow enough for a telephone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.builders import vn
from tests.domains.dossiers.interlinked import (  # noqa: F401
    Family,
    family,
    group_data,
    group_published,
)
from tests.faces.desk.conftest import Desks
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


def linked_pages(family: Family, desk_of: Desks, language: str) -> Mapping[str, bytes]:  # noqa: F811
    """A part among its siblings, under way and all decided."""
    desk = desk_of(family.counter)
    desk.cookies["language"] = language
    code = family.submitted()
    birth = family.decided(code, "birth", vn("2026-07-03 15:00"))
    seen = {"/part": desk.get(f"/desk/{birth}").content}
    for name in ("health_card", "residence"):
        family.decided(code, name, vn("2026-07-06 15:00"))
    seen["/decided"] = desk.get(f"/desk/{birth}").content
    return seen


def test_a_part_among_its_siblings_is_accessible(family: Family, desk_of: Desks) -> None:  # noqa: F811
    assert faults_of(linked_pages(family, desk_of, "vi")) == []
