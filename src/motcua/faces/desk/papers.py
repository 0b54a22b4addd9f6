# SPDX-License-Identifier: Apache-2.0
"""The papers of a dossier, streamed from the vault to those who may see the dossier."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries.card import DossierCard, attachments
from motcua.domains.dossiers.queries.returns import collection_of
from motcua.domains.vault import queries as vault
from motcua.domains.vault.queries import PaperCard
from motcua.faces.desk.screens import dossier_for, log
from motcua.kit.faults import NotFound
from motcua.kit.guards import official_required

SHOWN: Final = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp"})
POLICY: Final = (
    "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""A shown file may draw itself and nothing else: it cannot run or load anything."""


@official_required
@require_safe
def paper(request: HttpRequest, code: str, paper: UUID) -> StreamingHttpResponse:
    """Send a paper of the dossier: PDF and pictures to be shown, anything else to be kept."""
    shown = dossier_for(request.actor, code)
    card = _belonging(shown, paper)
    log(request.actor, "paper", [shown.code])
    return streamed(card)


def streamed(card: PaperCard) -> StreamingHttpResponse:
    """Send the bytes, to be shown or kept by their type. Raises Infected, StillScanned."""
    keep = card.media_type not in SHOWN
    response = StreamingHttpResponse(vault.content(card), content_type=card.media_type)
    response.headers["Content-Length"] = str(card.size)
    response.headers["Content-Disposition"] = content_disposition_header(keep, card.file_name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _belonging(shown: DossierCard, code: UUID) -> PaperCard:
    """Return the paper if it lies in this dossier, is its result or the proof of a collector.

    Raises NotFound.
    """
    card = vault.paper(code)
    laid_in = any(line.paper_code == code for line in attachments(shown.id))
    if not laid_in and card.id not in (shown.result_paper_id, _proof_id(shown)):
        raise NotFound
    return card


def _proof_id(shown: DossierCard) -> int | None:
    """Return the paper by which somebody proved to collect in the applicant's place."""
    collection = collection_of(shown.id)
    return collection.proof_paper_id if collection else None
