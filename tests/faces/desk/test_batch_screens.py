# SPDX-License-Identifier: Apache-2.0
"""The pages of batch work: accessible, and narrow enough for a telephone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Route, sync_playwright

from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.models import BatchRun
from motcua.kit import clock
from tests.domains.dossiers.conftest import Town
from tests.faces.design.conftest import FLAGS
from tests.faces.desk.conftest import Desks
from tests.faces.desk.test_batch import chosen, hidden, text
from tests.faces.desk.test_screens import OPEN_ALL, SITE, static

pytestmark = pytest.mark.browser


def batch_pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """A list to tick, the choices, a run under way, finished with failures, and the runs."""
    desk = desk_of(town.specialist)
    desk.cookies["language"] = language
    good, early = town.appraised(), town.received()
    seen = {"/list": desk.get("/desk/").content}
    page = chosen(desk, good, early)
    seen["/choices"] = page.content
    start = {**hidden(text(page), "advance"), "action": "propose"}
    address = desk.post("/desk/batches/start", start)["Location"]
    seen["/under-way"] = desk.get(address).content
    work_off_batch(key=BatchRun.objects.get().key, now=clock.now)
    seen["/finished"] = desk.get(address).content
    seen["/runs"] = desk.get("/desk/batches").content
    return seen


def wrong(kept: Mapping[str, bytes]) -> list[str]:
    """What axe and a telephone's width find."""
    found: list[str] = []

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path in kept:
            route.fulfill(body=kept[path], content_type="text/html; charset=utf-8")
        elif path.startswith("/static/"):
            route.fulfill(path=static(path))
        else:
            route.fulfill(status=404)

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page(viewport={"width": 360, "height": 740})
        page.route("**/*", serve)
        for path in kept:
            page.goto(SITE + path)
            page.evaluate(OPEN_ALL)
            width = page.evaluate("document.documentElement.scrollWidth")
            bad = Axe().run(page).response["violations"]
            found += [f"{path}: {one['id']} {one['nodes'][0]['html'][:90]}" for one in bad]
            if width > 360:
                found.append(f"{path}: {width} px")
        chromium.close()
    return found


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_batch_work_are_accessible(town: Town, desk_of: Desks, language: str) -> None:
    assert wrong(batch_pages(town, desk_of, language)) == []
