# SPDX-License-Identifier: Apache-2.0
"""A dossier taken in with scanner and keyboard alone, in a real browser at a real server.

Seconds depend on the machine; what makes reception quick is counted instead: keys and pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from playwright.sync_api import Page, sync_playwright

from motcua.domains.dossiers.models import Dossier
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from tests.builders import vn
from tests.domains.dossiers.conftest import CODE, Town, make_town
from tests.faces.design.conftest import FLAGS
from tests.faces.desk.conftest import Desks
from tests.faces.desk.counter.test_take_in import CARD

VO_CUONG = "09190"
MOST_KEYS = 10
PAGES = 4

HIDDEN = """() => {
  const one = document.activeElement, bar = document.querySelector(".sticky")
  const here = one.getBoundingClientRect(), top = bar.getBoundingClientRect().top
  return !bar.contains(one) && here.bottom > top && here.top < bar.getBoundingClientRect().bottom
}"""

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None, small_data: Path) -> Iterator[Town]:
    load_reference(at=vn("2026-01-02 08:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    yield make_town()


@dataclass
class Officer:
    """Hands on a keyboard: every key is counted, what the scanner types is not."""

    page: Page
    keys: int = 0
    pages: list[str] = field(default_factory=list)

    def press(self, key: str) -> None:
        """One key, or one chord."""
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Letter by letter."""
        self.keys += len(text)
        self.page.keyboard.type(text)

    def scan(self, text: str) -> None:
        """The scanner types the card and presses Enter."""
        self.page.keyboard.insert_text(text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def enter(self) -> None:
        """Enter, and the next page."""
        with self.page.expect_navigation():
            self.press("Enter")

    @property
    def focused(self) -> str:
        """The name of the field that would take the next key."""
        return str(self.page.evaluate("document.activeElement.name"))


def test_a_dossier_is_taken_in_with_scanner_and_keyboard_alone(
    town: Town, desk_of: Desks, live_server: Any
) -> None:
    key = desk_of(town.counter).cookies[configured.SESSION_COOKIE_NAME].value
    focused: list[str] = []

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page()
        cookie = {"name": configured.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}
        page.context.add_cookies([cookie])
        officer = Officer(page)
        page.on("load", lambda one: officer.pages.append(one.url))
        page.goto(f"{live_server.url}/desk/reception")
        focused.append(officer.focused)
        officer.type("cgpt")
        officer.enter()
        focused.append(officer.focused)
        officer.scan(CARD)
        focused.append(officer.focused)
        officer.type("3")
        officer.press("Tab")
        officer.press("Tab")
        officer.press("Space")
        focused.append(officer.focused)
        officer.enter()
        chromium.close()

    dossier = Dossier.objects.get(received_at__isnull=False)
    assert focused == ["find", "at:card", "house.floors", "papers:all"]
    assert (dossier.applicant_name, dossier.applicant_id_number) == ("Nguyễn Thị Lan", CARD[:12])
    assert dossier.components == [{"code": "drawing", "originals": 1, "copies": 1}]
    assert (officer.keys <= MOST_KEYS, len(officer.pages)) == (True, PAGES)
    assert dossier.answers["applicant_address"]["commune"] == VO_CUONG
    assert not any(CARD[:12] in address for address in officer.pages)


def test_no_field_with_the_focus_lies_behind_the_bar_of_the_button(
    town: Town, desk_of: Desks, live_server: Any
) -> None:
    key = desk_of(town.counter).cookies[configured.SESSION_COOKIE_NAME].value
    hidden: list[str] = []

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page(viewport={"width": 360, "height": 640})
        cookie = {"name": configured.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}
        page.context.add_cookies([cookie])
        page.goto(f"{live_server.url}/desk/reception/{CODE}")
        for _ in range(25):
            page.keyboard.press("Tab")
            if page.evaluate(HIDDEN):
                hidden.append(page.evaluate("document.activeElement.name"))
        chromium.close()

    assert hidden == []
