# SPDX-License-Identifier: Apache-2.0
"""Filing a petition, with or without an account."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from motcua.domains.people import queries as people
from motcua.domains.support.acts.file_petition import (
    KindMissing,
    NewPetition,
    NoSuchDossier,
    NotAPicture,
    Photo,
    file_petition,
)
from motcua.domains.support.queries import petitions
from motcua.domains.support.wording import LONGEST
from motcua.domains.units import queries as units
from motcua.faces.design.units import unit_name
from motcua.faces.design.uploads import MOST_BYTES, safe_name
from motcua.faces.portal import attempts, commands
from motcua.faces.portal.receipt import spaced
from motcua.faces.portal.screens import screen
from motcua.faces.portal.support import names, proofs, wording
from motcua.kit.faults import Fault
from motcua.kit.guards import public
from motcua.rules.worktime import shown_due

FIELDS = ("kind", "words", "unit", "place", "dossier", "name", "phone", "email")
PLACES = {KindMissing: "kind", NoSuchDossier: "dossier", NotAPicture: "photo"}
PICTURES = ".jpg,.jpeg,.png,.webp"
UNIT_DIGITS = 18


@public
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """Ask what it is about; POST files it and shows code and secret."""
    if request.method != "POST":
        return _form(request, _known(request))
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    actor = proofs.petitioner_of(request)
    attempts.refuse_flood(request)
    try:
        filed = file_petition(by=proofs.by(request, actor), petition=_petition(request, typed))
    except commands.FormBroken:
        raise
    except Fault as fault:
        place = next((name for kind, name in PLACES.items() if isinstance(fault, kind)), "words")
        return _form(request, typed, [(place, str(fault))], status=fault.status)
    secret = "" if actor.account_id else spaced(petitions.secret_of(filed.code))
    context = {"shown": petitions.card(filed.code), "secret": secret}
    shown = context["shown"]
    context["unit"] = unit_name(shown.unit_id)
    context["answer_by"] = shown_due(shown.resolve_due_at, units.work_calendar(shown.unit_id))
    return screen(request, "support/petition_filed", context, tab="petitions")


def _petition(request: HttpRequest, typed: dict[str, str]) -> NewPetition:
    chosen = typed["unit"]
    known = chosen.isascii() and chosen.isdigit() and len(chosen) <= UNIT_DIGITS
    sent = request.FILES.get("photo")
    return NewPetition(
        kind=typed["kind"], words=typed["words"],
        unit_id=int(chosen) if known else names.unsure_id(), place=typed["place"],
        dossier_code=typed["dossier"], name=typed["name"], phone=typed["phone"],
        email=typed["email"], photo=_photo(sent) if isinstance(sent, UploadedFile) else None,
    )  # fmt: skip


def _photo(sent: UploadedFile) -> Photo:
    return Photo(safe_name(sent.name or ""), sent.chunks())


def _known(request: HttpRequest) -> dict[str, str]:
    """Return what is known of a signed-in citizen, to be changed or taken out."""
    blank = dict.fromkeys(FIELDS, "")
    blank["dossier"] = request.GET.get("ho-so", "")[:50]
    citizen = proofs.self_of(request)
    if citizen is None or citizen.account_id is None:
        return blank
    card = people.citizen(citizen.account_id)
    return {**blank, "name": card.full_name, "phone": card.phone, "email": card.email}


def _form(
    request: HttpRequest, typed: dict[str, str], faults: Any = (), status: int = 200
) -> HttpResponse:
    context = {
        "typed": typed, "faults": list(faults), "wrong": dict(faults), "kinds": wording.kinds(),
        "units": names.choices(), "key": commands.new_key(), "longest": LONGEST,
        "pictures": PICTURES, "most_bytes": MOST_BYTES,
    }  # fmt: skip
    return screen(request, "support/petition_form", context, tab="petitions", status=status)
