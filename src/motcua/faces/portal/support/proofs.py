# SPDX-License-Identifier: Apache-2.0
"""A signed word that opens one petition or ticket for half an hour, carried in hidden fields."""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest

from motcua.domains.support.commands import holder_code
from motcua.faces.portal import commands
from motcua.kit import clock
from motcua.kit.access import GUEST, Actor, ActorKind
from motcua.kit.commands import By
from motcua.kit.faults import NotFound

SECONDS = 30 * 60
CODE_MOST = 30
SECRET_MOST = 40
SEEN_MOST = 9
_SIGNER = signing.TimestampSigner(salt="motcua.portal.support")


def proof_of(purpose: str, code: str) -> str:
    """Return the word that opens the thing."""
    return _SIGNER.sign(f"{purpose}:{code}")


def holder(request: HttpRequest, purpose: str, code: str) -> Actor:
    """Return the actor whose posted proof fits. Raises NotFound."""
    try:
        opened = _SIGNER.unsign(request.POST.get("proof", ""), max_age=SECONDS)
    except signing.BadSignature as error:
        raise NotFound from error
    if opened != f"{purpose}:{code}":
        raise NotFound
    return Actor(code=holder_code(purpose, code), name="", kind=ActorKind.GUEST)


def asker_of(request: HttpRequest) -> Actor:
    """Return in whose name something is asked: the account signed in, or a guest."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor if actor.account_id else GUEST


def self_of(request: HttpRequest) -> Actor | None:
    """Return the citizen signed in, as themselves: petitions are nobody's mandate."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor if actor.kind is ActorKind.CITIZEN else None


def petitioner_of(request: HttpRequest) -> Actor:
    """Return in whose name a petition is filed: the citizen, or a guest."""
    return self_of(request) or GUEST


def by(request: HttpRequest, actor: Actor) -> By:
    """Return who acts under which key, on the state they saw. Raises FormBroken."""
    seen = request.POST.get("seen", "")
    if seen and not (seen.isascii() and seen.isdigit() and len(seen) < SEEN_MOST):
        raise commands.FormBroken
    return By(actor, clock.now(), commands.key_of(request), int(seen) if seen else None)


def typed(text: str, most: int = CODE_MOST) -> str:
    """Return a code as people type it, small letters and blanks forgiven."""
    shown = (sign for sign in text if sign.isprintable() and not sign.isspace())
    return "".join(shown).upper()[:most]
