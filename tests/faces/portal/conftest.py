# SPDX-License-Identifier: Apache-2.0
"""A browser at the portal, with one small procedure to submit and people to handle it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.dossiers.models import Dossier
from motcua.domains.people.acts.open_session import open_session
from motcua.faces.design.rendered import SHELF
from motcua.faces.gate.cache import SESSIONS
from motcua.kit import clock
from motcua.kit.access import Actor
from tests.domains.conftest import reference_rows  # noqa: F401
from tests.domains.dossiers.conftest import (  # noqa: F401
    CODE,
    Town,
    published,
    small_data,
    town,
)
from tests.files import PDF

APPLICANT = {"applicant_name": "Nguyễn Thị Lan", "applicant_phone": "0912345678"}
HOUSE = {"house.floors": "3"}


@pytest.fixture(autouse=True)
def empty_memory() -> Iterator[None]:
    """Forget what the process remembers of pages, sessions and attempts."""
    for memory in (SHELF, SESSIONS, cache):
        memory.clear()
    yield
    for memory in (SHELF, SESSIONS, cache):
        memory.clear()


@pytest.fixture(autouse=True)
def files_apart(settings: DjangoSettings, tmp_path: Any) -> None:
    """Keep uploaded papers of each test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path


class Browser(Client):
    """Walks the pages as a citizen does; follows what the pages themselves offer."""

    def start(self, town: Town) -> Any:  # noqa: F811
        """Open a draft at the office of the town."""
        return self.post(f"/nop/{CODE}", {"unit": town.competent_id})

    def fill(self, page: str = "applicant", **answers: Any) -> Any:
        """Post one page of the form."""
        return self.post(f"/nop/ho-so/{page}", {"action": "continue", **answers})

    def attach(self, *files: SimpleUploadedFile, component: str = "drawing") -> Any:
        """Post files on the page of papers."""
        sent = {f"paper.{component}": list(files), "action": "upload"}
        return self.post("/nop/giay-to", sent)

    def prepare(self, town: Town) -> dict[str, str]:  # noqa: F811
        """Fill in everything; return the hidden fields of the last page."""
        self.start(town)
        self.fill("applicant", **APPLICANT)
        self.fill("house", **HOUSE)
        self.attach(pdf())
        return hidden(self.get("/nop/xem-lai"))

    def submitted(self, town: Town) -> str:  # noqa: F811
        """Submit a dossier and return its code."""
        answer = self.post("/nop/gui", self.prepare(town))
        assert answer.status_code == 303, answer.content.decode()
        return str(answer["Location"]).rsplit("/", 1)[1]

    def secret(self, code: str) -> str:
        """Read the secret off the receipt."""
        page = self.get(f"/ho-so/da-nop/{code}").content.decode()
        found = re.search(r'<strong class="code">([A-Z2-9]{5} [A-Z2-9]{5})</strong>', page)
        assert found
        return found[1]


def pdf(name: str = "ban-ve.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """A small file."""
    return SimpleUploadedFile(name, content, "application/pdf")


def hidden(answer: Any) -> dict[str, str]:
    """The hidden fields of the forms on a page."""
    page = answer.content.decode()
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in fields}


def only() -> Dossier:
    """The one dossier there is."""
    return Dossier.objects.get()


@pytest.fixture
def guest(town: Town) -> Browser:  # noqa: F811
    """A browser nobody has signed in with."""
    return Browser(raise_request_exception=False)


def signed_in(actor: Actor) -> Browser:
    """A browser in which somebody is signed in."""
    browser = Browser(raise_request_exception=False)
    browser.cookies["session"] = open_session(actor=actor, at=clock.now()).key
    return browser


@pytest.fixture
def citizen(town: Town) -> Browser:  # noqa: F811
    """A browser of the town's citizen."""
    return signed_in(town.citizen)
