# SPDX-License-Identifier: Apache-2.0
"""The conveniences of the script, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, site: str) -> Any:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/design/form/")
    yield page
    context.close()


def test_a_conditional_question_appears_with_the_answer_it_waits_for(page: Page) -> None:
    country = page.locator("[name=abroad_country]")
    assert country.is_hidden()
    assert country.is_disabled()

    page.check("[name=abroad][value=yes]")

    assert country.is_visible()
    assert country.is_enabled()


def test_a_question_in_a_row_waits_for_the_answer_of_its_own_row(page: Page) -> None:
    adopted_on = page.locator("[name='siblings.0.adopted_on']")
    assert adopted_on.is_hidden()

    page.check("[name='siblings.0.adopted'][value=yes]")

    assert adopted_on.is_visible()


def test_one_of_several_ticks_is_enough(page: Page) -> None:
    copies = page.locator("[name=copies]")
    assert copies.is_visible()

    page.uncheck("[name=documents][value=extract]")

    assert copies.is_hidden()


def test_digits_alone_become_a_date(page: Page) -> None:
    page.fill("[name='child.born_on']", "30062026")
    page.keyboard.press("Tab")

    assert page.input_value("[name='child.born_on']") == "30/06/2026"


def test_each_answer_is_saved_when_it_is_left(page: Page) -> None:
    sent: list[str] = []
    page.route("**/saved-here", lambda route: _keep(route, sent))
    page.evaluate("document.querySelector('.form').dataset.autosave = '/saved-here'")

    page.fill("[name='child.name']", "Lê Bảo An")
    page.keyboard.press("Tab")

    page.wait_for_selector("[data-saved][data-state=done]")
    assert len(sent) == 1
    assert 'name="_field"\r\n\r\nchild.name' in sent[0]
    assert 'name="child.name"\r\n\r\nLê Bảo An' in sent[0]
    assert "csrfmiddlewaretoken" in sent[0]


def test_a_failed_save_is_told(page: Page) -> None:
    page.route("**/saved-here", lambda route: route.fulfill(status=503))
    page.evaluate("document.querySelector('.form').dataset.autosave = '/saved-here'")

    page.fill("[name='child.name']", "Lê Bảo An")
    page.keyboard.press("Tab")

    page.wait_for_selector("[data-saved][data-state=failed]")
    assert page.inner_text("[data-saved]") != ""


def test_a_double_click_submits_once(page: Page) -> None:
    posts: list[str] = []
    page.route("**/design/form/", lambda route: _slowly(route, posts))

    page.evaluate(
        "const b = document.querySelector('.actions .btn-primary'); b.click(); b.click(); b.click()"
    )
    page.wait_for_timeout(200)

    assert posts == ["POST"]


def test_a_button_that_fetches_a_file_fetches_it_again(page: Page) -> None:
    posts: list[str] = []
    page.route("**/a-file", lambda route: _file(route, posts))
    page.evaluate(
        """document.querySelector("main").insertAdjacentHTML("beforeend",
        '<form method="post" action="/a-file" data-stays><button id="get">a.pdf</button></form>')"""
    )

    for _ in range(2):
        with page.expect_download():
            page.click("#get")

    assert posts == ["POST", "POST"]


def test_the_button_pressed_is_posted(page: Page) -> None:
    bodies: list[str] = []
    page.route("**/design/form/", lambda route: _keep(route, bodies))

    page.click("button[value='add:siblings']")

    assert 'name="action"\r\n\r\nadd:siblings' in bodies[0]


def test_the_communes_of_another_province_are_fetched(page: Page) -> None:
    page.route(
        "**/communes?of=01",
        lambda route: route.fulfill(body='<option value="00004">Phường Ba Đình</option>'),
    )
    page.evaluate(
        """const one = document.querySelector("[name='birthplace.province']");
        one.dataset.fills = 'f-birthplace-commune'; one.dataset.options = '/communes?of='"""
    )

    page.select_option("[name='birthplace.province']", "01")

    page.wait_for_selector("#f-birthplace-commune option[value='00004']", state="attached")
    assert page.locator("#f-birthplace-commune option").count() == 1


def test_a_file_too_large_is_told_before_it_is_sent(page: Page) -> None:
    page.evaluate("document.querySelector('[type=file]').dataset.maxBytes = '3'")

    page.set_input_files("[type=file]", {"name": "a.pdf", "mimeType": "x/y", "buffer": b"four"})

    assert page.locator("#f-hospital_paper-over").is_visible()


def test_leaving_with_unsaved_answers_asks_first(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.fill("[name='child.name']", "Lê Bảo An")
    page.keyboard.press("Tab")
    page.click(".brand")

    page.wait_for_url("**/")
    assert asked == ["beforeunload"]


def _file(route: Route, posts: list[str]) -> None:
    posts.append(route.request.method)
    route.fulfill(body="%PDF", headers={"Content-Disposition": 'attachment; filename="a.pdf"'})


def _keep(route: Route, kept: list[str]) -> None:
    kept.append((route.request.post_data_buffer or b"").decode())
    route.fulfill(status=204)


def _slowly(route: Route, methods: list[str]) -> None:
    methods.append(route.request.method)
    route.fulfill(status=204)
