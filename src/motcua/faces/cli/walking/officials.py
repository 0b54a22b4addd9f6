# SPDX-License-Identifier: Apache-2.0
"""The officials' part: whoever has something to do with a dossier does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from motcua.faces.cli.walking.browser import Browser
from motcua.faces.cli.walking.pages import Form, Page
from motcua.faces.cli.walking.parts import parts_of
from motcua.faces.cli.walking.town import Official, Town
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_
from motcua.rules.workflow import STATUS_TITLES, Status

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
class Staff:
    """The officials of the town, each signed in once in a browser of their own."""

    address: str
    town: Town
    _browsers: dict[str, Browser] = field(default_factory=dict)

    def browser(self, official: Official) -> Browser:
        """Return the browser of an official, signed in."""
        known = self._browsers.get(official.sign_in)
        if known is None:
            known = self._browsers[official.sign_in] = _signed_in(
                self.address, official, self.town.password
            )
        return known


@dataclass(slots=True)
class Desk:
    """One dossier and its officials; `parts` are those of its application, seen on its page."""

    code: str
    staff: Staff
    crew: list[Official]
    status: int = Status.SUBMITTED
    parts: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _consulted: bool = False
    _last: str = ""

    def turn(self, *, spares: bool) -> Done | None:
        """Let whoever has something to do do one thing; None when nobody has."""
        for official in [one for one in self.crew if spares or not one.spare]:
            done = self._turn_of(official)
            if done is not None:
                self.crew.remove(official)  # asked first next time: often it is theirs again
                self.crew.insert(0, official)
                return done
        return None

    def _turn_of(self, official: Official) -> Done | None:
        browser = self.staff.browser(official)
        page = browser.get(f"/desk/{self.code}")
        if page.status != 200:
            return None
        self.status = self._status(page)
        self.parts = parts_of(page, self.staff.town)
        for verb, act in self._acts().items():
            form = page.form_to(f"/{verb}")
            after = act(browser, page, form) if form is not None else None
            if after is not None:
                self.status = self._status(after)
                return Done(self._named(verb), official.role, self.status)
        return None

    def _status(self, page: Page) -> int:
        if page.status != 200:
            raise page.stuck(f"/desk/{self.code}")
        return next((int(s) for title, s in STATUSES.items() if page.marks.endswith(title)), 0)

    def _acts(self) -> dict[str, Callable[[Browser, Page, Form], Page | None]]:
        """What a walker does when a page offers it, the most pressing first."""
        return {
            "answer_consultation": self._answer,
            "receive": self._receive,
            "take_cash": self._plain,
            "consult": self._consult,
            "advance": self._advance,
            "return_interlinked": self._plain,
            "return_result": self._return,
        }

    def _named(self, verb: str) -> str:
        return self._last if verb == "advance" else verb

    def _plain(self, browser: Browser, page: Page, form: Form) -> Page:
        return browser.send(page, form, {})

    def _return(self, browser: Browser, page: Page, form: Form) -> Page | None:
        """Return the result; those of one application wait for one another."""
        return None if self.parts else browser.send(page, form, {})

    def _receive(self, browser: Browser, page: Page, form: Form) -> Page:
        number = {"external_number": [f"BN-{self.code}"]} if form.named("external_number") else {}
        return browser.send(page, form, number)

    def _answer(self, browser: Browser, page: Page, form: Form) -> Page:
        return browser.send(page, form, {"agrees": ["yes"], "answer": ["Thống nhất"]})

    def _consult(self, browser: Browser, page: Page, form: Form) -> Page | None:
        """Ask the units that the procedure proposes, once; nobody else."""
        proposed = [one for one in form.named("unit") if one.chosen]
        if not proposed or self._consulted:
            return None
        self._consulted = True
        for one in proposed:
            self._join(self.staff.town.named(one.label))
        return browser.send(page, form, {"question": [QUESTION]})

    def _join(self, unit: str | None) -> None:
        called = self.staff.town.crew(unit) if unit else ()
        self.crew += [who for who in called if who not in self.crew]

    def _advance(self, browser: Browser, page: Page, form: Form) -> Page | None:
        """Take the first way not taken before, so that no loop is walked for ever."""
        ways = sorted(form.buttons(), key=lambda way: way not in DETOURS)
        if not ways:
            return None
        self._last = next((way for way in ways if way not in self._taken), ways[0])
        self._taken.add(self._last)
        return browser.send(page, form, {}, button=("action", self._last))


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
