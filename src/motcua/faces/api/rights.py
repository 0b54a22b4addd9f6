# SPDX-License-Identifier: Apache-2.0
"""In whose name a request reads or acts: the token's owner, or the applicant by the secret."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.dossiers.queries.card import DossierCard, card, may_see
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Actor, log_view
from motcua.kit.faults import Fault, NotFound
from motcua.rules.errors import RuleError
from motcua.rules.numbering import parse_dossier_code


class UnknownUnit(Fault):
    """A unit is named that does not exist."""

    sentence = gettext_lazy("There is no unit with this code.")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads or acts, and the dossier as it stood when the request came."""

    actor: Actor
    shown: DossierCard

    def by(self, key: UUID, seen: int | None) -> By:
        """Return the command of this reader."""
        return By(self.actor, clock.now(), key, seen)

    def log(self, page: str) -> None:
        """Write down that personal data was handed out."""
        at, codes = clock.now(), [self.shown.code]
        log_view(actor=self.actor, at=at, page=f"api/{page}", purpose="handling", subjects=codes)


def reader_of(request: HttpRequest, code: str, secret: str) -> Reader:
    """Return who reads; a dossier that is not theirs is not there. Raises NotFound."""
    written = canonical(code)
    if secret:
        return Reader(dossiers.holder(code=written, secret=secret), card(written))
    actor: Actor = request.auth.actor
    shown = card(written)
    if not may_see(actor, shown):
        raise NotFound
    return Reader(actor, shown)


def canonical(code: str) -> str:
    """Return the code as it is stored; what has not the shape of one is not there."""
    written = code.strip().upper()
    try:
        parse_dossier_code(written)
    except RuleError as error:
        raise NotFound from error
    return written


def unit_id(code: str) -> int:
    """Return the id behind an agency or statistics code. Raises UnknownUnit."""
    try:
        return units.agency_by_code(code).id
    except NotFound as error:
        raise UnknownUnit from error
