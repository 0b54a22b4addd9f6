# SPDX-License-Identifier: Apache-2.0
"""Files chosen on the pages of the form: taken into the draft, and looked at again."""

from __future__ import annotations

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.acts.attach_paper import attach_paper
from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.dossiers.queries.card import draft_attachments
from motcua.domains.vault import queries as vault
from motcua.domains.vault.queries import PaperCard
from motcua.faces.design import form_files
from motcua.faces.design.environment import field_id
from motcua.faces.design.form_files import REMOVE, SEND, Taken
from motcua.faces.design.form_view import Upload
from motcua.faces.design.uploads import safe_name
from motcua.faces.portal import answering, drafts
from motcua.kit import clock
from motcua.kit.faults import NotFound
from motcua.kit.guards import public
from motcua.rules.forms import Field, Page


def taken(request: HttpRequest, draft: DraftCard, page: Page) -> Taken:
    """Take the files of a form page into the draft; what was refused is told by the result."""

    def take(field: Field, file: UploadedFile) -> str:
        paper_id = attach_paper(
            at=clock.now(), draft_id=draft.id, component_code=field.answer.paper,
            file_name=safe_name(file.name or ""), chunks=file.chunks(),
        )  # fmt: skip
        (card,) = vault.papers(id=paper_id)
        return str(card.code)

    sent = form_files.without(answering.posted(request.POST), page.fields, known(draft))
    action = request.POST.get("action", "")
    return form_files.taken(page.fields, sent, request.FILES, action, take)


def focus(action: str) -> str:
    """Return the fragment of the question whose file was sent or taken out, "" for others."""
    if action.startswith(SEND):
        return f"#{field_id(action.removeprefix(SEND))}"
    if action.startswith(REMOVE):
        return f"#{field_id(action.removeprefix(REMOVE).rpartition(':')[0])}"
    return ""


def known(draft: DraftCard) -> dict[str, Upload]:
    """Return the files lying in the draft by their references."""
    return form_files.listed(draft_attachments(draft.id), "portal:draft_file")


@public
@require_safe
def draft_file(request: HttpRequest, paper: UUID) -> StreamingHttpResponse:
    """Send a file of the draft back to the one who fills it in."""
    draft = drafts.current(request)
    if all(line.paper_code != paper for line in draft_attachments(draft.id)):
        raise NotFound
    return streamed(vault.paper(paper))


def streamed(card: PaperCard) -> StreamingHttpResponse:
    """Send the bytes to be kept, never to be shown by the browser. Raises StillScanned."""
    response = StreamingHttpResponse(vault.content(card), content_type=card.media_type)
    response.headers["Content-Length"] = str(card.size)
    response.headers["Content-Disposition"] = content_disposition_header(True, card.file_name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
