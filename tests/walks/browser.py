# SPDX-License-Identifier: Apache-2.0
"""A browser without a screen: it reads forms, fills them in by name and sends them."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import httpx

from motcua.rules.words import fold

Files = dict[str, tuple[str, bytes, str]]
WORDS = {True: ("yes", "true", "on"), False: ("no", "false")}


@dataclass
class Form:
    """A form as it stands on a page, with what the page has filled in."""

    action: str
    method: str
    multipart: bool
    values: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    boxes: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    button: tuple[str, str] | None = None

    def labelled(self, words: str) -> str:
        """The value of the option whose text holds the words, marks left out."""
        return next(value for text, value in self.labels.items() if fold(words) in fold(text))

    def filled(self, answers: dict[str, Any]) -> list[tuple[str, str]]:
        """What is sent when these answers are given; names the form does not have are left out."""
        given = {name: value for name, value in answers.items() if name in self.names}
        clicked = [self.button] if self.button else []
        kept = [pair for pair in [*self.values, *clicked] if pair[0] not in given]
        return kept + [(name, one) for name in given for one in self._sent(name, given[name])]

    def _sent(self, name: str, value: Any) -> list[str]:
        if isinstance(value, list):
            return [str(one) for one in value]
        if isinstance(value, bool):
            if name in self.boxes:
                return ["on"] if value else []
            options = self.choices.get(name, [])
            return [next((word for word in WORDS[value] if word in options), WORDS[value][0])]
        return [str(value)]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.select = self.area = ""
        self.option: str | None = None
        self.text: list[str] = []

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag == "form":
            multipart = "multipart" in attrs.get("enctype", "")
            self.form = Form(attrs.get("action", ""), attrs.get("method", "get"), multipart)
            self.forms.append(self.form)
        elif self.form is not None:
            self._control(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag == "select":
            self.select = ""
        if tag == "textarea" and self.form is not None and self.area:
            self.form.values.append((self.area, "".join(self.text)))
            self.area = ""

    def handle_data(self, text: str) -> None:
        if self.area:
            self.text.append(text)
        elif self.option is not None and self.form is not None:
            self.form.labels[text.strip()] = self.option
            self.option = None

    def _control(self, tag: str, attrs: dict[str, str]) -> None:
        name = attrs.get("name", "")
        if name:
            self.form.names.add(name)
        if tag == "input" and name:
            self._input(name, attrs)
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            self.option = attrs.get("value", "")
            self.form.choices.setdefault(self.select, []).append(self.option)
            if "selected" in attrs:
                self.form.values.append((self.select, attrs.get("value", "")))
        elif tag == "button" and name and self.form.button is None:
            self.form.button = (name, attrs.get("value", ""))
        elif tag == "textarea":
            self.area, self.text = name, []

    def _input(self, name: str, attrs: dict[str, str]) -> None:
        kind = attrs.get("type", "text")
        if kind in ("radio", "checkbox"):
            self.form.choices.setdefault(name, []).append(attrs.get("value", "on"))
            if kind == "checkbox" and attrs.get("value", "on") in ("on", "yes", "true"):
                self.form.boxes.add(name)
            if "checked" in attrs:
                self.form.values.append((name, attrs.get("value", "on")))
        elif kind not in ("file", "submit", "button"):
            self.form.values.append((name, attrs.get("value", "")))


class Page:
    """An answer that was read."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.path = answer.url.path
        self.url = str(answer.url)
        self.text = html.unescape(answer.text) if "html" in answer.headers["content-type"] else ""
        self.bytes = answer.content
        reader = _Reader()
        if self.text:
            reader.feed(answer.text)
        self.forms = reader.forms
        for form in self.forms:
            form.action = form.action or self.path

    def form(self, action: str) -> Form:
        """The first form whose address ends so."""
        for one in self.forms:
            if one.method.lower() == "post" and one.action.split("?")[0].endswith(action):
                return one
        raise LookupError(f"{self.path} has no form to {action}: {[f.action for f in self.forms]}")


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, address: str, language: str = "vi") -> None:
        self.browser = httpx.Client(base_url=address, follow_redirects=True, timeout=30)
        self.page = self.open(f"/language/{language}")

    def open(self, path: str) -> Page:
        """Go to a page."""
        self.page = Page(self.browser.get(path))
        return self.page

    def send(self, action: str, files: Files | None = None, **answers: Any) -> Page:
        """Fill in and send the form of the present page whose address ends with `action`."""
        return self.send_values(action, answers, files)

    def send_values(self, action: str, answers: dict[str, Any], files: Files | None = None) -> Page:
        """The same, for names that are no Python names."""
        form = self.page.form(action)
        values: dict[str, list[str]] = {}
        for name, value in form.filled(answers):
            values.setdefault(name, []).append(value)
        address = urljoin(self.page.url, form.action)
        headers = {"Referer": self.page.url}
        if form.multipart:
            files = files or {"": ("", b"", "")}
        self.page = Page(self.browser.post(address, data=values, files=files, headers=headers))
        return self.page
