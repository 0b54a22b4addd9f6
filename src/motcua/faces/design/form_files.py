# SPDX-License-Identifier: Apache-2.0
"""Files chosen for questions of a form: taken in, taken out again, shown with name and size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from motcua.domains.dossiers.queries.card import PaperLine
from motcua.faces.design.form_view import Upload
from motcua.faces.design.formats import size_vn
from motcua.faces.design.uploads import worst
from motcua.kit.faults import Fault as Refusal
from motcua.rules.forms import Fault, Field, Form, files

REMOVE: Final = "remove-file:"
SEND: Final = "upload:"
REFUSED: Final = "refused-"
Sent = Mapping[str, Sequence[str]]
Take = Callable[[Field, UploadedFile], str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was posted, with the references of the files that were taken.

    A refused file leaves a mark in its place, so that it is told where the row ends up. `awaited`
    names the question whose button was pressed before a file was chosen.
    """

    sent: dict[str, list[str]]
    refused: Mapping[str, Refusal]
    awaited: str = ""

    def told(
        self, form: Form, answers: Mapping[str, Any]
    ) -> tuple[dict[str, Any], tuple[Fault, ...]]:
        """Return the answers without the marks, and a fault for each of them."""
        faults = tuple(
            Fault(one.path, "file_refused", {"reason": str(self.refused[one.reference])})
            for one in files.attached(form, answers)
            if one.reference in self.refused
        )
        clean = files.kept(form, answers, lambda one: one.reference not in self.refused)
        return clean, (*faults, *([Fault(self.awaited, "no_file")] if self.awaited else ()))

    @property
    def status(self) -> int:
        """The HTTP status of the refusals, 200 for none: too large before all else."""
        statuses = [one.status for one in self.refused.values()] + [422] * bool(self.awaited)
        return worst(statuses)


def taken(
    fields: Sequence[Field],
    sent: Sent,
    chosen: MultiValueDict[str, UploadedFile],
    action: str,
    take: Take,
) -> Taken:
    """Take in what was chosen for the questions among these fields; `take` returns references.

    Where one file is all that is asked for, a new one stands for the old one. `action` may take
    one out: `remove-file:<name>:<reference>`, or ask for one to be sent: `upload:<name>`.
    """
    result = {name: list(values) for name, values in sent.items()}
    _remove(result, action)
    refused: dict[str, Refusal] = {}
    asked = tuple(fields)
    for name in chosen:
        field = files.asked_at(asked, name)
        for file in chosen.getlist(name)[: field.answer.most + 1] if field else ():
            _take_one(result, name, field, file, take, refused)
    name = action.removeprefix(SEND)
    is_open = action.startswith(SEND) and name not in chosen and files.asked_at(asked, name)
    return Taken(result, refused, name if is_open else "")


def _take_one(
    result: dict[str, list[str]],
    name: str,
    field: Field,
    file: UploadedFile,
    take: Take,
    refused: dict[str, Refusal],
) -> None:
    kept = result.setdefault(name, [])
    try:
        reference = take(field, file)
    except Refusal as refusal:
        mark = f"{REFUSED}{len(refused)}"
        refused[mark] = refusal
        kept.append(mark)
        return
    result[name] = [*kept, reference] if field.answer.most > 1 else [reference]


def _remove(sent: dict[str, list[str]], action: str) -> None:
    name, _, reference = action.removeprefix(REMOVE).rpartition(":")
    if action.startswith(REMOVE) and name in sent:
        sent[name] = [one for one in sent[name] if one != reference]


def without(sent: Sent, fields: Iterable[Field], known: Mapping[str, Upload]) -> Sent:
    """Return what was posted without references to files this form does not hold."""
    asked = tuple(fields)
    return {
        name: [one for one in values if one in known] if files.asked_at(asked, name) else values
        for name, values in sent.items()
    }


def uploads(
    form: Form, answers: Mapping[str, Any], known: Mapping[str, Upload]
) -> dict[str, tuple[Upload, ...]]:
    """Return by dotted name the files that the answers refer to."""
    found: dict[str, tuple[Upload, ...]] = {}
    for one in files.attached(form, answers):
        if one.reference in known:
            found[one.path] = (*found.get(one.path, ()), known[one.reference])
    return found


def together(refused: Iterable[Fault], faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return all faults; where a file was refused, that is what is told."""
    first = tuple(refused)
    paths = {fault.path for fault in first}
    return (*first, *(fault for fault in faults if fault.path not in paths))


def in_words(value: Any, known: Mapping[str, Upload]) -> SafeString | str:
    """Return the files of an answer by name and size, as links where they may be opened."""
    named = _named(value if isinstance(value, list) else (), known)
    return format_html_join(", ", "{}", ((one,) for one in named))


def _named(references: Iterable[Any], known: Mapping[str, Upload]) -> Iterator[SafeString]:
    for reference in references:
        one = known.get(str(reference))
        if one is not None and one.href:
            link = '<a class="file-name" href="{}">{}</a> <span class="muted">{}</span>'
            yield format_html(link, one.href, one.name, size_vn(one.size))
        elif one is not None:
            line = '<span class="file-name">{}</span> <span class="muted">{}</span>'
            yield format_html(line, one.name, size_vn(one.size))


def listed(lines: Iterable[PaperLine], route: str, *args: str) -> dict[str, Upload]:
    """Return papers by their references, each opened under a route of its own."""
    return {
        str(line.paper_code): Upload(
            str(line.paper_code), line.file_name, line.size,
            reverse(route, args=[*args, line.paper_code]) if route else "",
        )
        for line in lines
    }  # fmt: skip
