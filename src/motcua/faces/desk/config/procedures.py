# SPDX-License-Identifier: Apache-2.0
"""The versions of a procedure, and the day from which it takes no new dossiers."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from motcua.domains.procedures import queries
from motcua.domains.procedures.acts.withdraw_version import withdraw_version
from motcua.domains.procedures.queries import Span
from motcua.faces.desk import posted
from motcua.faces.desk.config import frame
from motcua.faces.desk.screens import screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

CODE_LONGEST = 40


@role_required(Role.CONFIGURATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def procedures(request: HttpRequest) -> HttpResponse:
    """Show the versions of a procedure; POST closes the open one to new dossiers."""
    return frame.answer(request, _withdraw, _show)


def _withdraw(request: HttpRequest) -> dict[str, str]:
    form, by = request.POST, posted.by(request)
    code = _code(request)
    version_id = posted.number(form, "version")
    if version_id not in {span.id for span in queries.history(code)}:
        raise NotFound
    withdraw_version(
        actor=by.actor, at=by.at, key=by.key, version_id=version_id,
        until_on=posted.day(form, "until"), reason=posted.text(form, "reason"),
    )  # fmt: skip
    return {"code": code}


def _show(request: HttpRequest, fault: Fault | None) -> HttpResponse:
    code, today = _code(request), clock.today()
    spans = queries.history(code)
    context = {
        "code": code,
        "spans": spans,
        "open_one": _open(spans),
        "today": today,
        "typed": request.POST,
        "fault": str(fault) if fault else "",
        "done": "done" in request.GET,
        "key": uuid4(),
    }
    status = fault.status if fault else 404 if code and not spans else 200
    return screen(request, "config/procedures", context, tab="procedures", status=status)


def _code(request: HttpRequest) -> str:
    form = request.POST if request.method == "POST" else request.GET
    return form.get("code", "").replace("\x00", "")[:CODE_LONGEST].strip()


def _open(spans: tuple[Span, ...]) -> Span | None:
    """Return the version without an end, which may begin later than today."""
    return next((span for span in reversed(spans) if span.valid_to is None), None)
