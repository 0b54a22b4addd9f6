# SPDX-License-Identifier: Apache-2.0
"""Lay a paper into a draft, or take it out again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import answer_files, signing
from motcua.domains.dossiers.acts.save_draft import DraftClosed
from motcua.domains.dossiers.models import Attachment, Draft
from motcua.domains.procedures import queries as procedures
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.kit.faults import Fault, NotFound

MOST = 60


class UnknownComponent(Fault):
    """The procedure has no such paper."""

    sentence = gettext_lazy("The procedure does not ask for this paper.")


class TooManyPapers(Fault):
    """A form carries a limited number of files."""

    sentence = gettext_lazy("A dossier takes at most %(most)s files.")


@transaction.atomic
def attach_paper(
    *, at: datetime, draft_id: int, component_code: str, file_name: str, chunks: Iterable[bytes]
) -> int:
    """Keep the file and lay it in as the named component; returns the paper id.

    The component is one of the list of papers, or the paper that a question of the form asks for.

    Raises NotFound, DraftClosed, UnknownComponent, TooManyPapers and the faults of store_file.
    """
    draft = open_draft_of(draft_id, at)
    version = procedures.version(draft.version_id)
    title = answer_files.titles(version).get(component_code)
    if title is None:
        raise UnknownComponent
    if Attachment.objects.filter(draft=draft, replaced_at=None).count() >= MOST:
        raise TooManyPapers(most=MOST)
    stored = store_file(chunks=chunks, name=file_name, at=at)
    paper = file_paper(
        file=stored, kind=PaperKind.COMPONENT, title=title["vi"], file_name=file_name, at=at
    )
    Attachment.objects.create(draft=draft, component_code=component_code, paper=paper, at=at)
    signing.void_changed(draft, at)
    return paper.pk


@transaction.atomic
def detach_paper(*, at: datetime, draft_id: int, paper_id: int) -> None:
    """Take a paper out of the draft. Raises NotFound, DraftClosed."""
    draft = open_draft_of(draft_id, at)
    taken = Attachment.objects.filter(draft=draft, paper_id=paper_id, replaced_at=None)
    if not taken.update(replaced_at=at):
        raise NotFound
    signing.void_changed(draft, at)


def open_draft_of(draft_id: int, at: datetime) -> Draft:
    """Return the draft, locked, if it still takes papers. Raises NotFound, DraftClosed."""
    draft = Draft.objects.select_for_update().filter(pk=draft_id, expires_at__gt=at).first()
    if draft is None:
        raise NotFound
    if draft.dossier_code:
        raise DraftClosed
    return draft
