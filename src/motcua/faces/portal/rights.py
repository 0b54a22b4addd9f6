# SPDX-License-Identifier: Apache-2.0
"""Who may look at a dossier here: its account, or whoever has just shown its secret.

The proof of the second is a signed word that travels in hidden fields only and lasts half an
hour; neither cookie nor address carries it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest

from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.dossiers.queries.card import DossierCard, card, may_see
from motcua.faces.portal.codes import dossier_code
from motcua.faces.portal.screens import citizen_of
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound

PROOF_SECONDS = 30 * 60
_SIGNER = signing.TimestampSigner(salt="motcua.portal.proof")


@dataclass(frozen=True, slots=True)
class Holder:
    """The applicant looking at a dossier; `proof` is "" for an account."""

    actor: Actor
    shown: DossierCard
    proof: str


def proof_of(code: str) -> str:
    """Return the word that opens this dossier for half an hour."""
    return _SIGNER.sign(code)


def by_secret(code: str, secret: str) -> Holder:
    """Return the holder of a code and its secret. Raises NotFound for any wrong pair."""
    actor = dossiers.holder(code=code, secret=secret)
    return Holder(actor, card(code), proof_of(code))


def holder_of(request: HttpRequest, code: str) -> Holder:
    """Return the applicant behind a request. Raises NotFound, whatever the reason."""
    code = dossier_code(code)
    citizen = citizen_of(request)
    if citizen is not None:
        shown = card(code)
        if may_see(citizen, shown):
            return Holder(citizen, shown, "")
    proof = request.POST.get("proof", "")
    if not proof or _opened_by(proof) != code:
        raise NotFound
    return by_secret(code, dossiers.secret_of(code))


def _opened_by(proof: str) -> str:
    try:
        return _SIGNER.unsign(proof, max_age=PROOF_SECONDS)
    except signing.BadSignature:
        return ""
