# SPDX-License-Identifier: Apache-2.0
"""Which draft this browser is filling in: by a secret in a cookie, or by account.

A guest's cookie holds the secret itself, a citizen's only the number of the chosen draft: the
account opens it. Neither stands in any address or log.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.procedures import queries as procedures
from motcua.faces.portal.screens import citizen_of
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotFound

SECRET_COOKIE = "draft"
CHOSEN_COOKIE = "draft-chosen"
KEPT_SECONDS = 30 * 24 * 3600
RECEIPT_SECONDS = 30 * 60


class NoDraft(NotFound):
    """This browser is filling in nothing."""

    sentence = gettext_lazy(
        "There is no form in progress in this browser. Find the procedure and start again."
    )


class SubmittedElsewhere(Fault):
    """The law sends citizens to the national portal."""

    status = 403
    sentence = gettext_lazy(
        "Dossiers are submitted on the National Public Service Portal, dichvucong.gov.vn."
    )


def current(request: HttpRequest) -> DraftCard:
    """Return the draft being filled in, also when it has just been submitted. Raises NoDraft."""
    if not settings.LOCAL_SUBMISSION:
        raise SubmittedElsewhere
    draft = of_account(request) or _of_secret(request)
    if draft is None:
        raise NoDraft
    return draft


def in_progress(request: HttpRequest) -> DraftCard | None:
    """Return the draft being filled in unless there is none or it was submitted."""
    draft = of_account(request) or _of_secret(request)
    return None if draft is None or draft.dossier_code else draft


def of_account(request: HttpRequest) -> DraftCard | None:
    """Return the draft that the signed-in citizen has chosen."""
    citizen, chosen = citizen_of(request), request.COOKIES.get(CHOSEN_COOKIE, "")
    if citizen is None or not _is_number(chosen):
        return None
    try:
        draft = dossiers.draft_of_account(int(chosen), citizen.account_id, at=clock.now())
    except NotFound:
        return None
    return draft if reaches(citizen, draft) else None


def reaches(person: Actor, draft: DraftCard) -> bool:
    """Say whether a representative's leave reaches to this procedure; people see their own."""
    return person.reaches(procedure_code=procedures.version(draft.version_id).code)


def _of_secret(request: HttpRequest) -> DraftCard | None:
    secret = request.COOKIES.get(SECRET_COOKIE, "")
    if not secret:
        return None
    try:
        draft = dossiers.draft_of_secret(secret, at=clock.now())
    except (NotFound, UnicodeError):
        return None
    return draft if draft.account_id is None else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def remember(
    request: HttpRequest, response: HttpResponse, *, draft_id: int, secret: str
) -> HttpResponse:
    """Let the browser come back to the draft: a citizen by its number, a guest by the secret."""
    if citizen_of(request):
        _set(response, CHOSEN_COOKIE, str(draft_id), KEPT_SECONDS)
    else:
        _set(response, SECRET_COOKIE, secret, KEPT_SECONDS)
    return response


def keep_for_receipt(request: HttpRequest, response: HttpResponse) -> None:
    """Shorten a guest's cookie: the receipt with its secret is shown for half an hour only."""
    secret = request.COOKIES.get(SECRET_COOKIE, "")
    if secret and not citizen_of(request):
        _set(response, SECRET_COOKIE, secret, RECEIPT_SECONDS)


def forget(response: HttpResponse) -> None:
    """Leave nothing of the draft on this computer."""
    response.delete_cookie(SECRET_COOKIE)
    response.delete_cookie(CHOSEN_COOKIE)


def _set(response: HttpResponse, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
