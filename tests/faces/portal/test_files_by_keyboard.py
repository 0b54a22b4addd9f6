# SPDX-License-Identifier: Apache-2.0
"""A file for a question chosen, sent and kept by the keyboard, with scripts and without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from motcua.domains.dossiers.models import Attachment, Draft
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from tests.builders import vn
from tests.domains.dossiers.conftest import Town, make_town
from tests.domains.dossiers.filing import publish_with_files
from tests.faces.design.conftest import FLAGS
from tests.faces.portal.conftest import APPLICANT, Browser
from tests.files import PDF

PAGE = "/nop/ho-so/house"
MOST_TABS = 60
FOCUSED = "document.activeElement.name + '=' + (document.activeElement.value || '')"

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None, small_data: Path) -> Iterator[Town]:
    load_reference(at=vn("2026-01-02 08:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    made = make_town()
    publish_with_files(made)
    yield made


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the control called `name=value` has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == wanted:
            return
    raise AssertionError(f"Tab does not lead to {wanted}")


def enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_file_is_sent_by_keys_alone(
    town: Town, guest: Browser, live_server: Any, tmp_path: Path, scripts: bool
) -> None:
    guest.start(town)
    guest.fill("applicant", **APPLICANT)
    cookie = {"name": "draft", "value": guest.cookies["draft"].value, "url": live_server.url}
    (tmp_path / "so-do.pdf").write_bytes(PDF)

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = chromium.new_context(java_script_enabled=scripts)
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(f"{live_server.url}{PAGE}")
        tab_to(page, "house.floors=")
        page.keyboard.type("3")
        tab_to(page, "house.plan=")
        page.set_input_files(":focus", tmp_path / "so-do.pdf")
        tab_to(page, "action=upload:house.plan")
        enter(page)
        come_back, shown = page.url, page.content()
        tab_to(page, "copies=")
        page.keyboard.type("2")
        enter(page)
        gone_on = page.url
        chromium.close()

    assert come_back == f"{live_server.url}{PAGE}#f-house-plan"
    assert "so-do.pdf" in shown
    assert gone_on == f"{live_server.url}/nop/giay-to"
    answers = Draft.objects.get().answers
    held = Attachment.objects.get(replaced_at=None)
    assert answers["house"] == {"floors": 3, "plan": [str(held.paper.code)]}
    assert answers["copies"] == 2
