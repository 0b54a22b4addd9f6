# SPDX-License-Identifier: Apache-2.0
"""Every element on its page: no barrier for anybody, in both languages, wide and narrow."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page

PAGES = ["/design/", "/design/desk/", "/design/form/", "/design/print/"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
FIRST_LOAD = 60_000


def opened(browser: Browser, address: str, language: str = "vi", width: int = 1280) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_cookies([{"name": "language", "value": language, "url": address}])
    page = context.new_page()
    answer = page.goto(address)
    assert answer and answer.ok
    return page


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, site: str, path: str, language: str, width: int
) -> None:
    page = opened(browser, site + path, language, width)

    found = [
        (rule["id"], rule["help"]) for rule in Axe().run(page, options=RULES).response["violations"]
    ]
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.context.close()

    assert found == []
    assert overflow <= 0


@pytest.mark.browser
def test_touch_targets_of_the_portal_are_large_enough(browser: Browser, site: str) -> None:
    page = opened(browser, site + "/design/", width=360)

    small = page.evaluate(
        """() => [...document.querySelectorAll('button, .btn, input:not([type=hidden]), select')]
            .filter(one => one.offsetParent && !one.matches('.choice input, .btn-small, [hidden]'))
            .filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML)"""
    )
    page.context.close()

    assert small == []


@pytest.mark.browser
def test_the_keyboard_reaches_the_content_first(browser: Browser, site: str) -> None:
    page = opened(browser, site + "/design/desk/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.id")
    page.context.close()

    assert focused == "main"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_speak_one_language_and_carry_no_inline_code(
    client: Client, path: str, language: str
) -> None:
    client.cookies["language"] = language

    markup = client.get(path).content.decode()

    assert f'<html lang="{language}">' in markup
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?! src)", markup)


def test_the_files_of_a_first_visit_are_light(client: Client) -> None:
    markup = client.get("/design/").content
    paths = set(re.findall(rb'(?:href|src)="/static/([^"]+)"', markup))

    weights = {path: _weight(Path(str(finders.find(path.decode())))) for path in paths}

    assert weights[b"design/motcua.css"] <= 12_000
    assert weights[b"design/motcua.js"] <= 3_000
    assert sum(weights.values()) + len(gzip.compress(markup)) <= FIRST_LOAD


def test_the_gallery_is_for_demonstrations_only() -> None:
    from_urls = Path("src/motcua/faces/design/urls.py")

    assert settings.DEMO
    assert "if settings.DEMO" in from_urls.read_text("utf-8")


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))
