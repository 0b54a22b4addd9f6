# SPDX-License-Identifier: Apache-2.0
"""What others may know of files and papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from motcua.domains.vault.models import Paper
from motcua.kit import files
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A paper as pages show it."""

    id: int
    code: UUID
    kind: str
    title: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    signed: bool


def paper(code: UUID) -> PaperCard:
    """Return one paper; whether the reader may see it is the caller's question. Raises NotFound."""
    found = papers(code=code)
    if not found:
        raise NotFound
    return found[0]


def papers(**where: object) -> tuple[PaperCard, ...]:
    """Return the papers that match the given columns, oldest first."""
    rows = Paper.objects.filter(**where).order_by("id").values_list(
        "id", "code", "kind", "title", "file_name", "file__media_type", "file__size",
        "file__sha256", "signed",
    )  # fmt: skip
    return tuple(PaperCard(*row) for row in rows)


def content(card: PaperCard) -> Iterator[bytes]:
    """Yield the bytes of a paper in chunks."""
    return files.read(card.sha256)
