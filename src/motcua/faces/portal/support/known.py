# SPDX-License-Identifier: Apache-2.0
"""One known answer, and whether it helped."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from motcua.domains.support.acts.mark_helped import mark_helped
from motcua.domains.support.queries import known
from motcua.faces.portal import commands
from motcua.faces.portal.screens import screen
from motcua.faces.portal.support import proofs
from motcua.kit.guards import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the answer; POST counts the reader's verdict and leads on when it did not help."""
    shown = known.known(slug)
    verdict = request.POST.get("helped", "")
    if verdict in ("yes", "no"):
        by = proofs.by(request, proofs.asker_of(request))
        mark_helped(by=by, slug=slug, helped=verdict == "yes")
    context = {
        "shown": shown, "verdict": verdict if verdict in ("yes", "no") else "",
        "key": commands.new_key(), **_carried(request),
    }  # fmt: skip
    return screen(request, "support/known", context, tab="stuck")


def _carried(request: HttpRequest) -> dict[str, str]:
    """Return what the page before said of where the reader is stuck."""
    said = request.POST if request.method == "POST" else request.GET
    return {"from_screen": said.get("tu", "")[:60], "number": said.get("so", "")[:16]}
