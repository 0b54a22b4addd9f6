# SPDX-License-Identifier: Apache-2.0
"""Hidden fields of the forms that act on a dossier, read back with suspicion."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.commands import By
from motcua.kit.faults import Fault

SEEN_DIGITS = 9


class FormBroken(Fault):
    """A hidden field was lost or changed on the way."""

    status = 400
    sentence = gettext_lazy("The form is incomplete. Open the page again.")


def new_key() -> str:
    """Return the key of one command, written into one form."""
    return str(uuid4())


def key_of(request: HttpRequest) -> UUID:
    """Return the command key. Raises FormBroken."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError as error:
        raise FormBroken from error


def by(request: HttpRequest, actor: Actor) -> By:
    """Return who acts under which key, on the state of the dossier they saw. Raises FormBroken."""
    seen = request.POST.get("seen", "")
    if not (seen.isascii() and seen.isdigit() and len(seen) < SEEN_DIGITS):
        raise FormBroken
    return By(actor, clock.now(), key_of(request), int(seen))
