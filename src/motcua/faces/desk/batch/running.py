# SPDX-License-Identifier: Apache-2.0
"""A run as the one who started it watches it: one bar, what failed and why, what can be done."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from motcua.domains.dossiers.acts.cancel_batch import cancel_batch
from motcua.domains.dossiers.acts.rerun_failed import rerun_failed
from motcua.domains.dossiers.queries.batches import (
    BatchCard,
    batch,
    failed_rows,
    own_batches,
    printed_in,
)
from motcua.domains.vault import queries as vault
from motcua.faces.design.parts import part
from motcua.faces.desk.posted import FormBroken
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.faults import NotFound
from motcua.kit.guards import official_required

VERBS = {
    "advance": gettext_lazy("Move to the next step"),
    "assign": gettext_lazy("Assign"),
    "print": gettext_lazy("Print"),
    "return": gettext_lazy("Return results"),
}
SHOWN = 200


@official_required
@require_safe
def runs(request: HttpRequest) -> HttpResponse:
    """List the reader's own runs, newest first."""
    listed = [(one, VERBS[one.verb]) for one in own_batches(request.actor.account_id)]
    return screen(request, "batch/list", {"runs": listed}, tab="batches")


@official_required
@require_safe
def run(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a run of the reader's. Raises NotFound for anybody else's."""
    context = _context(request, batch(key, request.actor.account_id))
    return screen(request, "batch/run", context, tab="batches")


@official_required
@require_safe
def progress(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Return the moving part of the page alone; 304 while nothing has changed."""
    found = batch(key, request.actor.account_id)
    stood = (found.worked, found.failed, found.cancelled, found.finished_at is not None)
    mark = f"{found.key.hex}-{'-'.join(str(int(one)) for one in stood)}"
    shown = partial(_context, request, found)
    return part(request, "desk/batch/_progress.jinja", mark, shown)


def _context(request: HttpRequest, found: BatchCard) -> dict[str, Any]:
    rows = failed_rows(found.id, limit=SHOWN)
    if rows:
        log(request.actor, "batch", [row.dossier_code for row in rows])
    return {
        "run": found,
        "verb": VERBS[found.verb],
        "failed": rows,
        "is_running": found.finished_at is None,
        "key": lambda: str(uuid4()),
    }


@official_required
@require_POST
def cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    """Leave what has not had its turn."""
    cancel_batch(actor=request.actor, at=clock.now(), key=_command(request), run_key=key)
    return _back(key)


@official_required
@require_POST
def again(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give the failed rows another turn."""
    rerun_failed(actor=request.actor, at=clock.now(), key=_command(request), run_key=key)
    return _back(key)


@official_required
@require_safe
def volume(request: HttpRequest, key: UUID, number: int) -> StreamingHttpResponse:
    """Send one PDF of what the run has printed. Raises NotFound."""
    found = batch(key, request.actor.account_id)
    if not 1 <= number <= len(found.volumes):
        raise NotFound
    (paper,) = vault.papers(id=found.volumes[number - 1])
    log(request.actor, "batch_print", printed_in(found.id, number))
    response = StreamingHttpResponse(vault.content(paper), content_type=paper.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="forms-{number}.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _command(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError as error:
        raise FormBroken from error


def _back(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk:batch", args=[key]), status=303)
