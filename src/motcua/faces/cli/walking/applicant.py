# SPDX-License-Identifier: Apache-2.0
"""The applicant's part: choose the office, fill in the pages, attach papers, sign, submit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from motcua.faces.cli.walking.answers import Answers, answers_for
from motcua.faces.cli.walking.browser import Browser
from motcua.faces.cli.walking.citizens import sign_in, sign_together
from motcua.faces.cli.walking.pages import Control, Form, Page
from motcua.faces.cli.walking.parts import parts_of
from motcua.faces.cli.walking.town import Town
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

PAGES_MOST = 30
PAPER = "paper:"


RECEIPT = re.compile(r"/ho-so/da-nop/(?P<one>[^/]+)|/lien-thong/(?P<several>[^/]+)/da-nop")


@dataclass(frozen=True, slots=True)
class Submitted:
    """What came of it: the code on the receipt, and each dossier with the unit that handles it."""

    code: str
    dossiers: Mapping[str, str]


def submit(browser: Browser, procedure: str, *, town: Town, unit: str | None) -> Submitted:
    """Submit one application; the first competent unit where none is named.

    As a guest, unless the answers name who signs in.
    """
    answers = answers_for(procedure)
    if answers.account:
        sign_in(browser, answers.account, town.passcode)
    start = f"/nop/{quote(procedure, safe='')}"
    page = browser.get(start)
    form = page.form_to(start)
    if page.status != 200 or form is None:
        raise Refusal(N_("The procedure %(code)s cannot be submitted here."), code=procedure)
    value, key = _office(page, form, town, unit)
    page = _filled(browser, browser.send(page, form, {"unit": [value]}), answers)
    if answers.signers:
        page = sign_together(browser, page, answers.signers, town.passcode)
    return _handed_in(browser, page, town, key)


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


def _filled(browser: Browser, page: Page, answers: Answers) -> Page:
    """Fill in page after page; return the last check."""
    for _ in range(PAGES_MOST):
        path = urlsplit(page.url).path
        if path == "/nop/xem-lai":
            return page
        page = _continued(browser, page, path, answers)
        if page.status != 200 or urlsplit(page.url).path == path:
            raise page.stuck(path)
    raise page.stuck(urlsplit(page.url).path)


def _continued(browser: Browser, page: Page, path: str, answers: Answers) -> Page:
    form = page.form_to(path)
    if form is None:
        raise page.stuck(path)
    files = [one.name for one in form.controls if one.kind == "file" and _given(one, answers)]
    values = {} if path == "/nop/giay-to" else answers.for_form(form)
    return browser.send(page, form, values, button=("action", "continue"), files=files)


def _given(paper: Control, answers: Answers) -> bool:
    return paper.required or paper.name.removeprefix(PAPER) in answers.papers


def _handed_in(browser: Browser, page: Page, town: Town, unit: str) -> Submitted:
    form = page.form_to("/nop/gui")
    if form is None:
        raise page.stuck("/nop/xem-lai")
    receipt = browser.send(page, form, {})
    found = RECEIPT.fullmatch(urlsplit(receipt.url).path)
    if receipt.status != 200 or found is None:
        raise receipt.stuck("/nop/gui")
    if found["several"]:
        return Submitted(found["several"], parts_of(receipt, town))
    return Submitted(found["one"], {found["one"]: unit})
