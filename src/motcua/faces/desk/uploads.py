# SPDX-License-Identifier: Apache-2.0
"""Files sent at the counter: kept in the vault at once, and known again by a signed word.

A form shown again cannot give a browser its files back, so what was kept travels in a hidden
field that only the same officer can use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest

from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import LIMIT, store_file
from motcua.faces.desk.posted import FormBroken
from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

ACCEPTED: Final = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
MOST_BYTES: Final = LIMIT
MOST_FILES: Final = 10
PREFIX: Final = "file:"
KEPT: Final = "kept"
DROP: Final = "drop:"
SALT: Final = "motcua.desk.upload"
HOURS_KEPT: Final = 12
NAME_LONGEST: Final = 200


class Kept(NamedTuple):
    """A file in the vault that waits to be laid into a dossier."""

    component: str
    paper_id: int
    name: str
    size: int


class Refusal(NamedTuple):
    """A file that was not taken."""

    component: str
    sentence: str
    status: int


def kept_before(request: HttpRequest) -> list[Kept]:
    """Return what this officer sent with the form earlier. Raises FormBroken."""
    dropped = request.POST.get("action", "").removeprefix(DROP)
    salt = f"{SALT}.{request.actor.code}"
    try:
        known = [
            Kept(*signing.loads(word, salt=salt, max_age=HOURS_KEPT * 3600))
            for word in request.POST.getlist(KEPT)
        ]
    except signing.BadSignature as error:
        raise FormBroken from error
    return [one for one in known if str(one.paper_id) != dropped]


def word_of(request: HttpRequest, kept: Kept) -> str:
    """Return the hidden word by which a kept file is known again."""
    return signing.dumps(tuple(kept), salt=f"{SALT}.{request.actor.code}")


def taken(
    request: HttpRequest, titles: Mapping[str, str], at: datetime
) -> tuple[list[Kept], list[Refusal]]:
    """Keep every file sent for a known component; return what was kept and what was refused."""
    kept, refused = [], []
    for component, file in _sent(request, titles):
        name = safe_name(file.name or "")
        try:
            kept.append(_keep(component, file, name, titles[component], at))
        except Fault as fault:
            refused.append(Refusal(component, f"{name}: {fault}", fault.status))
    return kept, refused


def _keep(component: str, file: UploadedFile, name: str, title: str, at: datetime) -> Kept:
    with transaction.atomic():
        stored = store_file(chunks=file.chunks(), name=name, at=at)
        paper = file_paper(file=stored, kind="component", title=title, file_name=name, at=at)
    return Kept(component, paper.pk, name, stored.size)


def _sent(request: HttpRequest, titles: Mapping[str, str]) -> Iterator[tuple[str, UploadedFile]]:
    for component in titles:
        for file in request.FILES.getlist(PREFIX + component)[:MOST_FILES]:
            yield component, file


def safe_name(name: str) -> str:
    """Return a file name that can be stored and printed, its ending kept."""
    try:
        return clean(name)[-NAME_LONGEST:]
    except TextError:
        plain = "".join(sign for sign in name if sign.isprintable() and sign.isascii())
        return plain[-NAME_LONGEST:] or "tep"


def worst(refused: Sequence[Refusal]) -> int:
    """Return the status of the answer: too large before all else."""
    return max((one.status for one in refused), key=lambda status: status == 413)
