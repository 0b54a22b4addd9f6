# SPDX-License-Identifier: Apache-2.0
"""Who may keep a dossier in their account that was handed in without one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import identity
from motcua.domains.dossiers.keys import TRACKING
from motcua.domains.dossiers.models import Dossier, LinkedPart
from motcua.domains.dossiers.signing import personal_id_of
from motcua.kit import seal
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotFound

LEVEL = 2
"""The e-ID level from which on the number is that of a person who came in person."""


class OnlyInPerson(Fault):
    """Somebody acts in another's name."""

    status = 403
    sentence = gettext_lazy(
        "Only the applicant can keep a dossier in the own account. Act for yourself again first."
    )


class NotVerified(Fault):
    """Nobody has come in person to prove who they are."""

    status = 403
    sentence = gettext_lazy(
        "Only a citizen signed in with VNeID at level 2 can keep a dossier in the own account."
    )


class NotTheApplicant(Fault):
    """The verified number is another one than the applicant's, or the dossier states none."""

    status = 403
    sentence = gettext_lazy(
        "The number verified by VNeID is not the applicant’s number in this dossier. You can go on"
        " following it by code and secret."
    )


class PartOfLinkage(Fault):
    """The dossier is a part of one application for several procedures."""

    status = 409
    sentence = gettext_lazy(
        "This dossier is part of an application for several procedures; follow it by the code and"
        " secret of that application."
    )


class InAnAccount(Fault):
    """The dossier has an account."""

    status = 409
    sentence = gettext_lazy("This dossier stands in an account already.")


def must_be_keepable(actor: Actor, code: str, secret: str) -> None:
    """Raise what keeps the actor from keeping this dossier; strangers learn nothing of it.

    Raises NotFound for a wrong secret, OnlyInPerson, NotVerified, NotTheApplicant,
    PartOfLinkage, InAnAccount.
    """
    if not seal.fits(TRACKING, code, secret):
        raise NotFound
    if actor.mandate is not None:
        raise OnlyInPerson
    if identity.level_of(actor) < LEVEL:
        raise NotVerified
    stated = Dossier.objects.values_list("pk", "account_id", "applicant_id_number").get(code=code)
    dossier_id, account_id, number = stated
    if not number or number != personal_id_of(actor):
        raise NotTheApplicant
    if LinkedPart.objects.filter(dossier_id=dossier_id).exists():
        raise PartOfLinkage
    if account_id is not None:
        raise InAnAccount


def may_keep(actor: Actor, code: str, secret: str) -> bool:
    """Say whether the actor may keep this dossier in their account."""
    try:
        must_be_keepable(actor, code, secret)
    except Fault:
        return False
    return True
