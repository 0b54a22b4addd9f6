# SPDX-License-Identifier: Apache-2.0
"""Files of a form that is shown again: in the vault already, known again by a signed word.

A browser does not get its files back, so what was kept travels in a hidden field. The salt says
whose form it is: a word of another form opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.faces.design.form_view import Upload
from motcua.kit.faults import Fault
from motcua.rules.forms import Form, files

FIELD: Final = "kept"
DROP: Final = "drop:"
HOURS_KEPT: Final = 12


class Kept(NamedTuple):
    """A file in the vault that waits to be laid into a dossier; answers name it by `reference`."""

    component: str
    paper_id: int
    reference: str
    name: str
    size: int


class WordBroken(Fault):
    """A word was changed on the way, is of another form or too old."""

    status = 400
    sentence = gettext_lazy("The form is incomplete. Open the page again.")


def word_of(kept: Kept, salt: str) -> str:
    """Return the word by which the file is known again."""
    return signing.dumps(tuple(kept), salt=salt)


def known_by(words: Iterable[str], salt: str) -> list[Kept]:
    """Return the files of these words. Raises WordBroken, also for words of an older form."""
    try:
        return [Kept(*signing.loads(one, salt=salt, max_age=HOURS_KEPT * 3600)) for one in words]
    except (signing.BadSignature, TypeError) as error:
        raise WordBroken from error


def keep(file: UploadedFile, name: str, *, component: str, title: str, at: datetime) -> Kept:
    """Lay a file into the vault. Raises the faults of store_file."""
    with transaction.atomic():
        stored = store_file(chunks=file.chunks(), name=name, at=at)
        paper = file_paper(file=stored, kind="component", title=title, file_name=name, at=at)
    return Kept(component, paper.pk, str(paper.code), name, stored.size)


def uploads(kept: Iterable[Kept]) -> dict[str, Upload]:
    """Return the files by the references that answers name them by."""
    return {one.reference: Upload(one.reference, one.name, one.size) for one in kept}


def still(form: Form, answers: Mapping[str, Any], kept: Iterable[Kept]) -> list[Kept]:
    """Return the files without those of questions that no answer refers to any more."""
    of_questions = files.asking(form)
    meant = {one.reference for one in files.attached(form, answers)}
    return [one for one in kept if one.component not in of_questions or one.reference in meant]
