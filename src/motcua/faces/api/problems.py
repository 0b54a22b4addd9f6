# SPDX-License-Identifier: Apache-2.0
"""Refusals as `application/problem+json` (RFC 9457), in the language the client reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext, gettext_noop
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from motcua.domains.dossiers.application import InvalidAnswers
from motcua.faces.api.language import speak
from motcua.faces.design.refusals import NOTHING_HERE, TITLES, TOO_BIG, TOO_MUCH
from motcua.faces.design.titles import active
from motcua.kit.faults import Fault
from motcua.rules.errors import RuleError

MEDIA_TYPE = "application/problem+json"
STATUSES = (400, 401, 403, 404, 405, 409, 413, 422, 429)
NO_TOKEN = gettext_noop("Send a valid token of this interface in the header Authorization.")
NOT_JSON = gettext_noop("The body of the request cannot be read. Nothing was saved.")
NOT_SERVED = gettext_noop("This address does not know this method.")
MISSING = gettext_noop("Please fill this in.")
TOO_LONG = gettext_noop("Please write at most %(most)s characters.")
UNFIT = gettext_noop("This value is not of the kind described in the interface.")
UNFIT_BODY = gettext_noop("Some values are missing or not of the kind described.")
OWN_TITLES = {
    401: gettext_noop("Who is asking?"),
    405: gettext_noop("Not possible here"),
}
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class FaultLine(Schema):
    """One wrong value: where it stands and what is wrong with it."""

    path: str
    code: str
    sentence: str


class Problem(Schema):
    """Why nothing was done; `type` is stable and made for programs, the rest for people."""

    type: str
    title: str
    status: int
    detail: str
    faults: list[FaultLine]


def problem(
    status: int, kind: str, detail: str, faults: Iterable[Mapping[str, str]] = ()
) -> HttpResponse:
    """Return the answer; `kind` becomes the last part of the URN."""
    title = (OWN_TITLES | TITLES).get(status, TITLES[422])
    body = {
        "type": f"urn:motcua:{kind}",
        "title": gettext(title),
        "status": status,
        "detail": detail,
        "faults": list(faults),
    }
    response = HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)
    response.headers["Content-Language"] = get_language() or "vi"
    response.headers["Cache-Control"] = "no-store"
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def kind_of(error: Exception) -> str:
    """Return the name of a refusal for programs: `StillConsulting` is `still-consulting`."""
    return _WORDS.sub("-", type(error).__name__).lower()


def install(api: NinjaAPI) -> None:
    """Let the interface answer every expected refusal by a problem."""
    api.add_exception_handler(InvalidAnswers, _invalid_answers)
    api.add_exception_handler(Fault, _fault)
    api.add_exception_handler(RuleError, _rule)
    api.add_exception_handler(ValidationError, _unfit)
    api.add_exception_handler(HttpError, _http)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(RecursionError, _unreadable)
    for too_big in TOO_BIG:
        api.add_exception_handler(too_big, _too_big)
    for unreadable in (BadRequest, SuspiciousOperation, UnicodeError):
        api.add_exception_handler(unreadable, _unreadable)


def not_served(request: HttpRequest, allowed: str) -> HttpResponse:
    """Refuse a method that an address does not know; `allowed` names those it does."""
    speak(request)
    response = problem(405, "method-not-allowed", gettext(NOT_SERVED))
    response.headers["Allow"] = allowed
    return response


def _fault(request: HttpRequest, error: Fault) -> HttpResponse:
    return problem(error.status, kind_of(error), str(error))


def _invalid_answers(request: HttpRequest, error: InvalidAnswers) -> HttpResponse:
    lines = [
        {"path": one.path, "code": one.code, "sentence": one.say(gettext, active())}
        for one in error.faults
    ]
    return problem(error.status, kind_of(error), str(error), lines)


def _rule(request: HttpRequest, error: RuleError) -> HttpResponse:
    return problem(422, kind_of(error), gettext(error.sentence) % error.params)


def _unfit(request: HttpRequest, error: ValidationError) -> HttpResponse:
    status = 400 if any(one["loc"][:1] == ("header",) for one in error.errors) else 422
    return problem(status, "unfit", gettext(UNFIT_BODY), map(_line, error.errors))


def _line(error: Mapping[str, Any]) -> dict[str, str]:
    most = error.get("ctx", {}).get("max_length")
    sentence = gettext(MISSING) if error["type"] == "missing" else gettext(UNFIT)
    if error["type"] == "string_too_long":
        sentence = gettext(TOO_LONG) % {"most": most}
    return {"path": _path(error["loc"]), "code": error["type"], "sentence": sentence}


def _path(place: Sequence[object]) -> str:
    """Return where the value stands, without the name our function has for the whole body."""
    parts = place[2:] if place[0] == "body" else place[1:]
    return ".".join(map(str, parts))


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 401:
        return problem(401, "unauthorized", gettext(NO_TOKEN))
    if isinstance(error.__context__, RequestDataTooBig):
        return _too_big(request, error)
    return problem(error.status_code, "unreadable", gettext(NOT_JSON))


def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, "not-found", gettext(NOTHING_HERE))


def _too_big(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(413, "too-big", gettext(TOO_MUCH))


def _unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(400, "unreadable", gettext(NOT_JSON))
