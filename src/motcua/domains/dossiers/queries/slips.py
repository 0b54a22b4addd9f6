# SPDX-License-Identifier: Apache-2.0
"""The official forms issued for a dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.domains.dossiers.models import Slip
from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.vault import queries as vault
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class SlipCard:
    """An issued form; `edition` above 1 was issued again for `reason`."""

    id: int
    kind: str
    number: str
    edition: int
    dated_at: datetime
    issued_at: datetime
    issued_by: str
    reason: str
    paper_code: UUID
    dossier_code: str

    @property
    def title(self) -> str:
        """The title of the form, in Vietnamese."""
        return FORMS[SlipKind(self.kind)].title

    @property
    def titles(self) -> Mapping[str, str]:
        """What the form is called in lists, by language."""
        return FORMS[SlipKind(self.kind)].titles

    @property
    def file_name(self) -> str:
        """What the PDF is called when it is kept."""
        return f"{self.kind}-{self.dossier_code}.pdf"


COLUMNS = (
    "id", "kind", "number", "edition", "dated_at", "issued_at", "issued_by", "reason",
    "paper__code", "dossier__code",
)  # fmt: skip


def slips(dossier_id: int, kinds: Sequence[str] | None = None) -> tuple[SlipCard, ...]:
    """Return the forms of a dossier, oldest first; only `kinds` when they are given."""
    rows = Slip.objects.filter(dossier_id=dossier_id).order_by("id")
    if kinds is not None:
        rows = rows.filter(kind__in=kinds)
    return tuple(SlipCard(*row) for row in rows.values_list(*COLUMNS))


def slip(slip_id: int, dossier_id: int) -> SlipCard:
    """Return one form of this dossier. Raises NotFound."""
    rows = Slip.objects.filter(id=slip_id, dossier_id=dossier_id)
    row = rows.values_list(*COLUMNS).first()
    if row is None:
        raise NotFound
    return SlipCard(*row)


def slip_values(slip_id: int) -> Mapping[str, Any]:
    """Return what stands on the paper, frozen when it was issued. Raises NotFound."""
    values = Slip.objects.filter(id=slip_id).values_list("values", flat=True).first()
    if values is None:
        raise NotFound
    return dict(values)


def pdf_of(card: SlipCard) -> bytes:
    """Return the PDF as it was filed."""
    return b"".join(vault.content(vault.paper(card.paper_code)))
