# SPDX-License-Identifier: Apache-2.0
"""Consents given on paper at the counter, and businesses with their legal representative."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from motcua.domains.people import queries as people
from motcua.domains.people.acts.record_representation import record_representation
from motcua.domains.people.acts.register_business import register_business
from motcua.domains.people.known import Named
from motcua.domains.people.representing import Wanted
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.deposit_paper import deposit_paper
from motcua.faces.design.uploads import ACCEPTED, MOST_BYTES, safe_name
from motcua.faces.desk import posted
from motcua.faces.desk.screens import screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault
from motcua.kit.guards import role_required

KINDS = {
    "family": gettext_lazy("A member of the family"),
    "volunteer": gettext_lazy("A volunteer of the community digital team"),
    "officer": gettext_lazy("An officer of the counter"),
}
Act = Callable[[HttpRequest, UUID, datetime, UUID], None]


class ScanMissing(Fault):
    """Nothing shows that the person agreed."""

    sentence = gettext_lazy("Attach the scan of the signed paper.")


@sensitive_post_parameters()
@role_required(Role.COUNTER)
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    """Take down who may act for somebody who came in person, with the scan of the consent."""
    return _taken(request, "consent", _record, gettext("The leave was recorded."))


@sensitive_post_parameters()
@role_required(Role.COUNTER)
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Take down a business and its legal representative, with the scan of the registration."""
    return _taken(request, "business", _register, gettext("The business was registered."))


def _taken(request: HttpRequest, name: str, act: Act, words: str) -> HttpResponse:
    if request.method != "POST":
        return _show(request, name)
    at = clock.now()
    try:
        key = posted.by(request).key
        act(request, key, at, _scan(request, key, at))
    except Fault as fault:
        return _show(request, name, fault=fault)
    return _show(request, name, done=words)


def _scan(request: HttpRequest, key: UUID, at: datetime) -> UUID:
    """Return the code of the scan in the vault; the same form keeps one scan."""
    file: UploadedFile | None = request.FILES.get("scan")
    if file is None:
        raise ScanMissing
    paper_id = deposit_paper(
        actor=request.actor, at=at, key=uuid5(key, "scan"),
        file_name=safe_name(file.name or ""), chunks=file.chunks(),
    )  # fmt: skip
    return vault.papers(id=paper_id)[0].code


def _record(request: HttpRequest, key: UUID, at: datetime, scan: UUID) -> None:
    form = request.POST
    kind = form.get("kind", "")
    if kind not in KINDS:
        raise posted.FormBroken
    wanted = Wanted(
        representative=_named(request, "representative"), kind=kind,
        until_on=posted.day(form, "until_on"),
        procedure_code=posted.text(form, "procedure").strip()[:20],
    )  # fmt: skip
    record_representation(
        actor=request.actor, at=at, key=key, principal=_named(request, "principal"),
        wanted=wanted, consent_paper=scan,
    )  # fmt: skip


def _register(request: HttpRequest, key: UUID, at: datetime, scan: UUID) -> None:
    form = request.POST
    register_business(
        actor=request.actor, at=at, key=key, tax_code=posted.text(form, "tax_code").strip(),
        name=posted.text(form, "name"), legal=_named(request, "legal"), consent_paper=scan,
    )  # fmt: skip


def _named(request: HttpRequest, who: str) -> Named:
    form = request.POST
    number, name = (posted.text(form, f"{who}.{part}").strip() for part in ("id", "name"))
    return Named(number, name)


def _show(
    request: HttpRequest, name: str, *, fault: Fault | None = None, done: str = ""
) -> HttpResponse:
    context = {
        "kinds": list(KINDS.items()),
        "until_on": people.proposed_until(clock.now()),
        "typed": request.POST if fault else {},
        "fault": str(fault) if fault else "",
        "done": done,
        "key": str(uuid4()),
        "accepted": ACCEPTED,
        "most_bytes": MOST_BYTES,
    }
    status = fault.status if fault else 200
    return screen(request, f"citizens/{name}", context, tab="citizens", status=status)
