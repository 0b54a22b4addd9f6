# SPDX-License-Identifier: Apache-2.0
"""What a person sees of a page: its forms, its tables, its badges, its complaints."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

Attributes = list[tuple[str, str | None]]
Pairs = list[tuple[str, str]]

TICKED = frozenset({"radio", "checkbox"})
VOID = frozenset({"input", "br", "img", "meta", "link", "hr", "source", "wbr", "col"})


@dataclass(slots=True)
class Control:
    """One input, text area, list or button; `options` are (value, words), `chosen` those set."""

    kind: str
    name: str
    value: str = ""
    required: bool = False
    label: str = ""
    options: Pairs = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Form:
    """A form as it was sent; `action` is its address as written."""

    action: str
    files: bool
    controls: list[Control] = field(default_factory=list)

    def named(self, name: str) -> list[Control]:
        """Return the controls with this name."""
        return [control for control in self.controls if control.name == name]

    def buttons(self, name: str = "action") -> list[str]:
        """Return the values of its buttons of a name, in the order of the page."""
        found = (one.value for one in self.controls if one.kind == "button" and one.name == name)
        return list(dict.fromkeys(found))

    def standing(self) -> dict[str, list[str]]:
        """Return what the form would post untouched."""
        posted: dict[str, list[str]] = {}
        for control in self.controls:
            if control.kind in {"button", "file"} or not control.name:
                continue
            values = control.chosen if control.kind in {*TICKED, "select"} else [control.value]
            posted.setdefault(control.name, []).extend(values)
        return posted


@dataclass(slots=True)
class Page:
    """An answer of the server, read; `rows` are its table rows by the label of the cell."""

    url: str
    status: int
    text: str = ""
    forms: list[Form] = field(default_factory=list)
    marks: str = ""
    strong: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)
    complaint: str = ""

    def form_to(self, end: str) -> Form | None:
        """Return the first form whose address ends so."""
        return next((form for form in self.forms if form.action.endswith(end)), None)

    def stuck(self, path: str) -> Refusal:
        """Return the refusal to raise where the walk ends here, in the page's own words."""
        return Refusal(
            N_("The walk came no further at %(path)s (%(status)s): %(words)s"),
            path=path, status=self.status, words=self.complaint or "?",
        )  # fmt: skip


def read(url: str, status: int, text: str) -> Page:
    """Return the page of an HTML text."""
    reader = _Reader(Page(url, status, text))
    reader.feed(text)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    """Collects forms and words; labels are tied to ticks by their `for`."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self._form: Form | None = None
        self._by_id: dict[str, Control] = {}
        self._words: list[str] = []
        self._cell: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self._select: Control | None = None

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Open a form, a control or an element whose words matter."""
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append((tag, given))
        if tag in {"textarea", "option", "label", "strong"} or _is_marked(given):
            self._words = []
        if tag == "tr":
            self.page.rows.append({})
        elif tag == "td":
            self._cell = []
        elif tag == "form":
            files = given.get("enctype") == "multipart/form-data"
            self._form = Form(given.get("action", ""), files)
            self.page.forms.append(self._form)
        elif tag in {"input", "button", "select", "textarea"} and self._form is not None:
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text") if tag == "input" else tag
        control = Control(kind, given.get("name", ""), given.get("value", ""), "required" in given)
        if kind in TICKED:
            control.value = given.get("value", "on")
            control.chosen = [control.value] if "checked" in given else []
        if tag == "select":
            self._select = control
        if given.get("id"):
            self._by_id[given["id"]] = control
        if self._form is not None:
            self._form.controls.append(control)

    def handle_data(self, data: str) -> None:
        """Keep the words of the element and of the cell being read."""
        self._words.append(data)
        self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those inside that nobody closed."""
        while self._open:
            name, given = self._open.pop()
            if name == tag == "td" and self.page.rows:
                label = given.get("data-label", "")
                self.page.rows[-1][label] = " ".join("".join(self._cell).split())
                break
            if name == tag:
                self._closed(tag, given, " ".join("".join(self._words).split()))
                break

    def _closed(self, tag: str, given: dict[str, str], words: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "strong":
            self.page.strong.append(words)
        elif tag == "textarea" and self._form is not None:
            self._form.controls[-1].value = "".join(self._words).strip("\n")
        elif tag == "option" and self._select is not None:
            self._option(given, words)
        elif tag == "label" and given.get("for") in self._by_id:
            self._by_id[given["for"]].label = words
        elif _is_badge(given) and not self.page.marks:
            self.page.marks = words
        elif _is_complaint(given) and words and not self.page.complaint:
            self.page.complaint = words

    def _option(self, given: dict[str, str], words: str) -> None:
        if self._select is None:
            return
        value = given.get("value", words)
        self._select.options.append((value, words))
        if "selected" in given or not self._select.chosen:
            self._select.chosen = [value]


def _is_badge(given: dict[str, str]) -> bool:
    return given.get("class", "").startswith("badge ")


def _is_complaint(given: dict[str, str]) -> bool:
    return not {"error-summary", "notice-error"}.isdisjoint(given.get("class", "").split())


def _is_marked(given: dict[str, str]) -> bool:
    return _is_badge(given) or _is_complaint(given)
