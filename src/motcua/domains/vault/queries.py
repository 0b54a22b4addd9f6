# SPDX-License-Identifier: Apache-2.0
"""What others may know of files and papers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, QuerySet

from motcua.domains.vault.kinds import PaperKind, PaperState, Scan
from motcua.domains.vault.models import Paper, Reading
from motcua.domains.vault.scanning import must_be_readable
from motcua.kit import files
from motcua.kit.faults import NotFound
from motcua.rules.standing import REUSABLE, Standing, Validity, standing

SHOWN_MOST = 500


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
    scan: str = Scan.NOT_SCANNED.value


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
        "file__sha256", "signed", "file__scan",
    )  # fmt: skip
    return tuple(PaperCard(*row) for row in rows)


def content(card: PaperCard) -> Iterator[bytes]:
    """Return the bytes of a paper in chunks. Raises Infected, StillScanned, at once."""
    must_be_readable(card.scan)
    return files.read(card.sha256)


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """A paper in its owner's vault, with all that is recorded of it.

    `replaced_by` is the code of the newer paper; `reused` counts the other dossiers it was laid
    into; `pages` is None where nobody counted; `remarks` are codes of `content`.
    """

    id: int
    code: UUID
    kind: str
    type_code: str
    title: str
    file_name: str
    media_type: str
    size: int
    pages: int | None
    remarks: list[str]
    scan: str
    signed: bool
    owner_kind: str
    owner_id_number: str
    owner_name: str
    origin_dossier: str
    origin_procedure: str
    number_symbol: str
    abstract: str
    issuer: str
    signer: str
    issued_on: date | None
    valid_from: date | None
    valid_until: date | None
    permanent: bool
    scope: str
    filed_at: datetime
    digitised_by: str
    digitised_at: datetime | None
    digitised_unit_id: int | None
    state: int
    reason: str
    revoked_at: datetime | None
    source_system: str
    replaced_by: UUID | None
    reused: int

    def standing(self, on: date) -> Standing:
        """Return whether the paper holds on a day, or what speaks against it."""
        validity = Validity(
            rejected=self.state == PaperState.REJECTED,
            approved=self.state == PaperState.APPROVED,
            revoked=self.revoked_at is not None,
            replaced=self.replaced_by is not None,
            permanent=self.permanent,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
        )
        return standing(validity, on=on)

    def is_reusable(self, on: date) -> bool:
        """Say whether it may be laid into another dossier on this day."""
        is_clear = self.scan in (Scan.CLEAN, Scan.NOT_SCANNED)
        return bool(self.origin_dossier) and is_clear and self.standing(on) in REUSABLE


IN_VAULT = (PaperKind.COMPONENT, PaperKind.RESULT)


def papers_of(owner_id_number: str) -> tuple[OwnPaper, ...]:
    """Return what lies in somebody's vault, newest first; an empty number owns nothing."""
    if not owner_id_number:
        return ()
    rows = Paper.objects.filter(owner_id_number=owner_id_number, kind__in=IN_VAULT)
    return tuple(_own(rows.exclude(origin_dossier="").order_by("-id")[:SHOWN_MOST]))


def reusable(
    owner_id_number: str, *, types: Collection[str], on: date
) -> dict[str, tuple[OwnPaper, ...]]:
    """Return by type code the owner's papers that may be laid into another dossier."""
    found: dict[str, tuple[OwnPaper, ...]] = {}
    if not types:
        return found
    for one in papers_of(owner_id_number):
        if one.type_code in types and one.type_code and one.is_reusable(on):
            found[one.type_code] = (*found.get(one.type_code, ()), one)
    return found


def own_papers(ids: Collection[int]) -> dict[int, OwnPaper]:
    """Return papers in full by their ids, whoever owns them."""
    return {one.id: one for one in _own(Paper.objects.filter(pk__in=ids))} if ids else {}


def described(code: UUID) -> OwnPaper:
    """Return one paper in full. Raises NotFound."""
    for one in _own(Paper.objects.filter(code=code)):
        return one
    raise NotFound


def filed(codes: Collection[UUID]) -> dict[UUID, OwnPaper]:
    """Return papers in full by their codes; unknown codes are left out."""
    return {one.code: one for one in _own(Paper.objects.filter(code__in=codes))} if codes else {}


def _own(rows: QuerySet[Paper]) -> Iterator[OwnPaper]:
    named = rows.annotate(
        media_type=F("file__media_type"),
        size=F("file__size"),
        pages=F("file__pages"),
        remarks=F("file__remarks"),
        scan=F("file__scan"),
        newer=F("replaced_by__code"),
        reused=Count("uses"),
    )
    names = [{"replaced_by": "newer"}.get(name, name) for name in OwnPaper.__slots__]
    for row in named.values_list(*names):
        yield OwnPaper(*row)


def unclaimed(*, after: datetime, before: datetime) -> list[int]:
    """Return the ids of the components filed in between that no dossier has taken in."""
    rows = Paper.objects.filter(origin_dossier="", filed_at__gte=after, filed_at__lt=before)
    return list(rows.filter(kind=PaperKind.COMPONENT).order_by("pk").values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """What the machine read off a paper's file; `fields` are (name, value) to be confirmed."""

    state: str
    read_at: datetime | None
    engine: str
    pages_read: int
    text: str
    fields: tuple[tuple[str, str], ...]
    note: str


def reading_of(paper_id: int) -> ReadingCard | None:
    """Return the reading of a paper's file, None where nobody asked for one."""
    rows = Reading.objects.filter(file__papers__pk=paper_id)
    row = rows.values_list(*ReadingCard.__slots__).first()
    if row is None:
        return None
    state, read_at, engine, pages_read, text, fields, note = row
    found = tuple((name, value) for name, value in fields)
    return ReadingCard(state, read_at, engine, pages_read, text, found, note)
