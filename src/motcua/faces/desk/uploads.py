# SPDX-License-Identifier: Apache-2.0
"""Files sent at the counter: kept in the vault at once, and known again by a signed word.

A form shown again cannot give a browser its files back, so what was kept travels in a hidden
field that only the same officer can use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from motcua.faces.design import kept_files
from motcua.faces.design.kept_files import DROP, FIELD, Kept, keep, known_by
from motcua.faces.design.uploads import MOST_FILES, safe_name
from motcua.kit.faults import Fault

PREFIX: Final = "file:"
SALT: Final = "motcua.desk.upload"


class Refusal(NamedTuple):
    """A file that was not taken."""

    component: str
    sentence: str
    status: int


def kept_before(request: HttpRequest) -> list[Kept]:
    """Return what this officer sent with the form earlier. Raises WordBroken."""
    dropped = request.POST.get("action", "").removeprefix(DROP)
    known = known_by(request.POST.getlist(FIELD), _salt(request))
    return [one for one in known if str(one.paper_id) != dropped]


def word_of(request: HttpRequest, kept: Kept) -> str:
    """Return the hidden word by which a kept file is known again."""
    return kept_files.word_of(kept, _salt(request))


def _salt(request: HttpRequest) -> str:
    return f"{SALT}.{request.actor.code}"


def taken(
    request: HttpRequest, titles: Mapping[str, str], at: datetime
) -> tuple[list[Kept], list[Refusal]]:
    """Keep every file sent for a known component; return what was kept and what was refused."""
    kept, refused = [], []
    for component, file in _sent(request, titles):
        name = safe_name(file.name or "")
        try:
            kept.append(keep(file, name, component=component, title=titles[component], at=at))
        except Fault as fault:
            refused.append(Refusal(component, f"{name}: {fault}", fault.status))
    return kept, refused


def _sent(request: HttpRequest, titles: Mapping[str, str]) -> Iterator[tuple[str, UploadedFile]]:
    for component in titles:
        for file in request.FILES.getlist(PREFIX + component)[:MOST_FILES]:
            yield component, file
