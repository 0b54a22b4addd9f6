# SPDX-License-Identifier: Apache-2.0
"""The officials' part: whoever has something to do with the dossier does it, until it is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from motcua.faces.cli.walking.browser import Browser
from motcua.faces.cli.walking.pages import Form, Page
from motcua.faces.cli.walking.town import Official, Town
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_
from motcua.rules.workflow import STATUS_TITLES, Status

ACTS_MOST = 60
WAITED_MOST = 60.0
PAUSE = 0.3
DETOURS = ("request_payment",)  # ways to walk although a shorter one is offered
QUESTION = "Đề nghị cho ý kiến về hồ sơ mẫu"
STATUSES = {str(title): status for status, title in STATUS_TITLES.items()}


@dataclass(frozen=True, slots=True)
class Done:
    """One act: what, by whom, and the status it left."""

    act: str
    role: str
    status: int


@dataclass(slots=True)
class Desk:
    """The officials of one dossier, each in a browser of their own."""

    address: str
    code: str
    town: Town
    crew: list[Official]
    taken: set[str] = field(default_factory=set)
    consulted: bool = False
    _last: str = ""
    _browsers: dict[str, Browser] = field(default_factory=dict)

    def work(self) -> Iterator[Done]:
        """Yield act after act until the dossier is returned or nobody can do anything."""
        for _ in range(ACTS_MOST):
            done = self._patiently()
            if done is None:
                return
            yield done
            if done.status == Status.RETURNED:
                return

    def _patiently(self) -> Done | None:
        """Try again for a while: the result paper is made behind the scenes."""
        until = time.monotonic() + WAITED_MOST
        while True:
            for official in list(self.crew):
                done = self._turn(official)
                if done is not None:
                    self._first(official)
                    return done
            if time.monotonic() > until:
                return None
            time.sleep(PAUSE)

    def _first(self, official: Official) -> None:
        """Ask first whoever acted last: often the next act is theirs too."""
        self.crew.remove(official)
        self.crew.insert(0, official)

    def _turn(self, official: Official) -> Done | None:
        browser = self._browser(official)
        page = browser.get(f"/desk/{self.code}")
        if page.status != 200:
            return None
        for verb, act in self._acts().items():
            form = page.form_to(f"/{verb}")
            after = act(browser, page, form) if form is not None else None
            if after is not None:
                return Done(self._named(verb), official.role, _status(after, self.code))
        return None

    def _acts(self) -> dict[str, Callable[[Browser, Page, Form], Page | None]]:
        """What a walker does when a page offers it, the most pressing first."""
        return {
            "answer_consultation": self._answer,
            "receive": self._receive,
            "take_cash": self._plain,
            "consult": self._consult,
            "advance": self._advance,
            "return_result": self._plain,
        }

    def _named(self, verb: str) -> str:
        return self._last if verb == "advance" else verb

    def _plain(self, browser: Browser, page: Page, form: Form) -> Page:
        return browser.send(page, form, {})

    def _receive(self, browser: Browser, page: Page, form: Form) -> Page:
        number = {"external_number": [f"BN-{self.code}"]} if form.named("external_number") else {}
        return browser.send(page, form, number)

    def _answer(self, browser: Browser, page: Page, form: Form) -> Page:
        return browser.send(page, form, {"agrees": ["yes"], "answer": ["Thống nhất"]})

    def _consult(self, browser: Browser, page: Page, form: Form) -> Page | None:
        """Ask the units that the procedure proposes, once; nobody else."""
        proposed = [one for one in form.named("unit") if one.chosen]
        if not proposed or self.consulted:
            return None
        self.consulted = True
        for one in proposed:
            key = self.town.named(one.label)
            self.crew += [who for who in self.town.crew(key) if who not in self.crew] if key else []
        return browser.send(page, form, {"question": [QUESTION]})

    def _advance(self, browser: Browser, page: Page, form: Form) -> Page | None:
        """Take the first way not taken before, so that no loop is walked for ever."""
        ways = sorted(form.buttons(), key=lambda way: way not in DETOURS)
        if not ways:
            return None
        self._last = next((way for way in ways if way not in self.taken), ways[0])
        self.taken.add(self._last)
        return browser.send(page, form, {}, button=("action", self._last))

    def _browser(self, official: Official) -> Browser:
        known = self._browsers.get(official.sign_in)
        if known is None:
            known = self._browsers[official.sign_in] = _signed_in(
                self.address, official, self.town.password
            )
        return known


def _signed_in(address: str, official: Official, password: str) -> Browser:
    browser = Browser(address)
    page = browser.get("/vao/can-bo")
    form = next((one for one in page.forms if one.named("password")), None)
    if form is None:
        raise Refusal(N_("Officials cannot sign in at %(address)s."), address=address)
    entered = browser.send(page, form, {"name": [official.sign_in], "password": [password]})
    if entered.status != 200 or any(one.named("password") for one in entered.forms):
        raise Refusal(N_("The official %(name)s was not let in."), name=official.sign_in)
    return browser


def _status(page: Page, code: str) -> int:
    if page.status != 200:
        raise Refusal(
            N_("The walk came no further at %(path)s (%(status)s): %(words)s"),
            path=f"/desk/{code}", status=page.status, words=page.complaint or "?",
        )  # fmt: skip
    return next((int(s) for title, s in STATUSES.items() if page.marks.endswith(title)), 0)
