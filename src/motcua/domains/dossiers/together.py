# SPDX-License-Identifier: Apache-2.0
"""One PDF, or few, out of the many forms that a run has printed."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime

import pikepdf

from motcua.domains.dossiers.models import BatchRun
from motcua.domains.dossiers.queries import batches
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind

CHUNK = 1 << 16
TITLE = "Biểu mẫu in hàng loạt"


def volumes(run: BatchRun, at: datetime) -> list[int]:
    """File the printed forms of the run in the order of its rows, so many to a PDF; their ids."""
    papers = batches.printed(run.pk)
    most = batches.FORMS_A_VOLUME
    return [_bound(papers[start : start + most], at) for start in range(0, len(papers), most)]


def _bound(papers: Sequence[int], at: datetime) -> int:
    with tempfile.TemporaryFile() as file:
        with pikepdf.new() as whole:
            for paper_id in papers:
                _append(whole, paper_id)
            whole.save(file)
        file.seek(0)
        chunks = iter(lambda: file.read(CHUNK), b"")
        stored = store_file(chunks=chunks, name="forms.pdf", at=at)
    paper = file_paper(file=stored, kind=PaperKind.SLIP, title=TITLE, file_name="forms.pdf", at=at)
    return int(paper.pk)


def _append(whole: pikepdf.Pdf, paper_id: int) -> None:
    (card,) = vault.papers(id=paper_id)
    with tempfile.TemporaryFile() as file:
        for chunk in vault.content(card):
            file.write(chunk)
        file.seek(0)
        with pikepdf.open(file) as one:
            whole.pages.extend(one.pages)
