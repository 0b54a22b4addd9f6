# SPDX-License-Identifier: Apache-2.0
"""Pages kept as bytes, looked at in a real browser of a telephone's width."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import Route, sync_playwright

from tests.faces.design.conftest import FLAGS

SITE = "http://motcua.test"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
TELEPHONE = 360


def static(path: str) -> Path:
    """The source of a static file."""
    return Path(str(finders.find(path.removeprefix("/static/"))))


def serve(route: Route, kept: Mapping[str, bytes]) -> None:
    """Answer a browser from kept pages and the source of static files."""
    path = route.request.url.removeprefix(SITE)
    if path in kept:
        route.fulfill(body=kept[path], content_type="text/html; charset=utf-8")
    elif path.startswith("/static/"):
        route.fulfill(path=static(path))
    else:
        route.fulfill(status=404)


def faults_of(kept: Mapping[str, bytes]) -> list[str]:
    """What axe finds on pages of 360 px with everything unfolded, and which of them are wider."""
    found: list[str] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page(viewport={"width": TELEPHONE, "height": 740})
        page.route("**/*", lambda route: serve(route, kept))
        for path in kept:
            page.goto(SITE + path)
            page.evaluate(OPEN_ALL)
            width = page.evaluate("document.documentElement.scrollWidth")
            wrong = Axe().run(page, options=RULES).response["violations"]
            found += [f"{path}: {one['id']} {one['nodes'][0]['html'][:90]}" for one in wrong]
            if width > TELEPHONE:
                found.append(f"{path}: {width} px")
        chromium.close()
    return found
