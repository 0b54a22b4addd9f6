# SPDX-License-Identifier: Apache-2.0
"""The pages of one application for several procedures: accessible, and fit for a telephone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Route, sync_playwright

from motcua.domains.dossiers.queries.applicant import secret_of
from tests.domains.dossiers.interlinked import (  # noqa: F401
    GROUP,
    Family,
    family,
    group_data,
    group_published,
)
from tests.faces.design.conftest import FLAGS
from tests.faces.portal.conftest import Browser, signed_in
from tests.faces.portal.test_linkage import handed_in
from tests.faces.portal.test_screens import RULES, SITE, static

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
    kept = pages(family, language)
    found: list[str] = []

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path in kept:
            route.fulfill(body=kept[path], content_type="text/html; charset=utf-8")
        else:
            route.fulfill(path=static(path))

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page(viewport={"width": 360, "height": 740})
        page.route("**/*", serve)
        for path in kept:
            page.goto(SITE + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            bad = Axe().run(page, options=RULES).response["violations"]
            found += [f"{path}: {one['id']} {one['nodes'][0]['html'][:90]}" for one in bad]
            if width > 360:
                found.append(f"{path}: {width} px")
        chromium.close()

    assert found == []
