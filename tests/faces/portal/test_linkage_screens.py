# SPDX-License-Identifier: Apache-2.0
"""The pages of one application for several procedures: accessible, and fit for a telephone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from motcua.domains.dossiers.queries.applicant import secret_of
from tests.domains.dossiers.interlinked import (  # noqa: F401
    GROUP,
    Family,
    family,
    group_data,
    group_published,
)
from tests.faces.looking import faults_of
from tests.faces.portal.conftest import Browser, signed_in
from tests.faces.portal.test_linkage import handed_in

pytestmark = pytest.mark.browser


def pages(family: Family, language: str) -> Mapping[str, bytes]:  # noqa: F811
    """What a guest and a citizen see of it."""
    guest = Browser(raise_request_exception=False)
    guest.cookies["language"] = language
    seen = {
        "/read": guest.get(f"/thu-tuc/{GROUP}").content,
        "/start": guest.get(f"/nop/{GROUP}").content,
    }
    code = handed_in(guest, family)
    seen["/receipt"] = guest.get(f"/lien-thong/{code}/da-nop").content
    seen["/guest"] = guest.post("/tra-cuu", {"code": code, "secret": secret_of(code)}).content
    own = family.submitted()
    citizen = signed_in(family.citizen)
    citizen.cookies["language"] = language
    seen["/citizen"] = citizen.get(f"/lien-thong/{own}").content
    seen["/mine"] = citizen.get("/ho-so").content
    return seen


@pytest.mark.parametrize("language", ["vi", "en"])
def test_its_pages_are_accessible_and_fit_a_telephone(family: Family, language: str) -> None:  # noqa: F811
    assert faults_of(pages(family, language)) == []
