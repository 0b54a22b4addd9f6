# SPDX-License-Identifier: Apache-2.0
"""The applicant's part: choose the office, fill in the pages, attach papers, submit."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from motcua.faces.cli.walking.answers import Answers, answers_for
from motcua.faces.cli.walking.browser import Browser
from motcua.faces.cli.walking.pages import Control, Form, Page
from motcua.faces.cli.walking.town import Town
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

PAGES_MOST = 30
PAPER = "paper:"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What came of it: the code on the receipt, and the unit that handles the dossier."""

    code: str
    unit: str


def submit(browser: Browser, procedure: str, *, town: Town, unit: str | None) -> Submitted:
    """Submit one dossier as a guest; the first competent unit where none is named."""
    start = f"/nop/{quote(procedure, safe='')}"
    page = browser.get(start)
    form = page.form_to(start)
    if page.status != 200 or form is None:
        raise Refusal(N_("The procedure %(code)s cannot be submitted here."), code=procedure)
    value, key = _office(page, form, town, unit)
    page = browser.send(page, form, {"unit": [value]})
    answers = answers_for(procedure)
    for _ in range(PAGES_MOST):
        before = urlsplit(page.url).path
        if before == "/nop/xem-lai":
            return Submitted(_handed_in(browser, page), key)
        page = _filled(browser, page, before, answers)
        if page.status != 200 or urlsplit(page.url).path == before:
            raise _stuck(page, before)
    raise _stuck(page, urlsplit(page.url).path)


def _office(page: Page, form: Form, town: Town, unit: str | None) -> tuple[str, str]:
    """Return the value to post and the key of the unit."""
    control = form.named("unit")[0]
    named = {words: value for value, words in control.options if value}
    if control.kind == "hidden":
        named = dict.fromkeys(page.strong, control.value)
    found = {key: value for words, value in named.items() if (key := town.named(words))}
    wanted = town.coded(unit) if unit else next(iter(found), None)
    if wanted is None or wanted not in found:
        raise Refusal(N_("The unit %(code)s does not handle this procedure."), code=unit or "?")
    return found[wanted], wanted


def _filled(browser: Browser, page: Page, path: str, answers: Answers) -> Page:
    form = page.form_to(path)
    if form is None:
        raise _stuck(page, path)
    files = [one.name for one in form.controls if one.kind == "file" and _given(one, answers)]
    values = {} if path == "/nop/giay-to" else answers.for_form(form)
    return browser.send(page, form, values, button=("action", "continue"), files=files)


def _given(paper: Control, answers: Answers) -> bool:
    return paper.required or paper.name.removeprefix(PAPER) in answers.papers


def _handed_in(browser: Browser, page: Page) -> str:
    form = page.form_to("/nop/gui")
    if form is None:
        raise _stuck(page, "/nop/xem-lai")
    receipt = browser.send(page, form, {})
    before, _, code = urlsplit(receipt.url).path.rpartition("/")
    if receipt.status != 200 or before != "/ho-so/da-nop":
        raise _stuck(receipt, "/nop/gui")
    return code


def _stuck(page: Page, path: str) -> Refusal:
    return Refusal(
        N_("The walk came no further at %(path)s (%(status)s): %(words)s"),
        path=path, status=page.status, words=page.complaint or "?",
    )  # fmt: skip
