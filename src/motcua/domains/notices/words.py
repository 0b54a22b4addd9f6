# SPDX-License-Identifier: Apache-2.0
"""The words of each kind of notice; no personal data beyond the dossier code."""

from __future__ import annotations

import unicodedata

from django.utils.translation import gettext_lazy

SMS_LENGTH = 160  # one message in the 7-bit alphabet; marks would cut it to 70

SENTENCES = {
    "DossierSubmitted": gettext_lazy("We have your dossier %(code)s and will check it."),
    "DossierReceived": gettext_lazy("Dossier %(code)s was accepted."),
    "DossierRefused": gettext_lazy("Dossier %(code)s was refused. Read the reason."),
    "SupplementAsked": gettext_lazy("Dossier %(code)s needs something more from you."),
    "SupplementDueSoon": gettext_lazy(
        "Dossier %(code)s still waits for what you were asked for. The time is nearly over."
    ),
    "SupplementGiven": gettext_lazy("We have your additions to dossier %(code)s."),
    "DossierAdvanced": gettext_lazy("Dossier %(code)s moved to the next step."),
    "DossierRedated": gettext_lazy(
        "The due date of dossier %(code)s was moved because the working calendar changed."
    ),
    "DossierDueSoon": gettext_lazy("Dossier %(code)s is due soon."),
    "DossierOverdue": gettext_lazy("Dossier %(code)s is overdue."),
    "DossierOverdueADay": gettext_lazy("Dossier %(code)s is overdue by a working day or more."),
    "SecondSupplementRequested": gettext_lazy(
        "Dossier %(code)s waits for your decision on a second supplement."
    ),
    "ResultReady": gettext_lazy("The result of dossier %(code)s is ready."),
    "DossierExtended": gettext_lazy("Dossier %(code)s will be late. Read the apology."),
    "DossierStopped": gettext_lazy("Work on dossier %(code)s was stopped. Read the reason."),
    "DossierWithdrawn": gettext_lazy("Dossier %(code)s was withdrawn."),
    "ResultReturned": gettext_lazy("The result of dossier %(code)s was returned. Please rate us."),
    "ReturnRedirected": gettext_lazy(
        "The result of dossier %(code)s will be returned at another counter: see the dossier."
    ),
    "PetitionTransferred": gettext_lazy("Petition %(code)s was passed to another office."),
    "PetitionerAsked": gettext_lazy("The office asks you something about petition %(code)s."),
    "PetitionRefused": gettext_lazy("Petition %(code)s was refused. Read the reason."),
    "PetitionAnswered": gettext_lazy("Petition %(code)s was answered. Did it help?"),
    "AnswerPublished": gettext_lazy("The answer to petition %(code)s was published."),
    "PetitionRedated": gettext_lazy(
        "The time limit of petition %(code)s was moved because the working calendar changed."
    ),
    "TicketAnswered": gettext_lazy("Your question %(code)s to the support was answered."),
    "SignerInvited": gettext_lazy("You are asked to sign an application: %(code)s."),
    "SigningConfirmed": gettext_lazy("Signature %(code)s was given."),
    "SigningDeclined": gettext_lazy("Signature %(code)s was declined. Read the reason."),
    "SigningVoided": gettext_lazy(
        "The application of signature %(code)s was changed; it has to be signed again."
    ),
    "SignedCompleted": gettext_lazy(
        "The dossier you signed with invitation %(code)s was completed afterwards. See your copy."
    ),
    "RepresentationGranted": gettext_lazy("Somebody asks you to act for them."),
    "RepresentationAccepted": gettext_lazy("Your representative has accepted."),
    "RepresentationRevoked": gettext_lazy("A leave to act for somebody has ended."),
}


def sentence(kind: str, dossier_code: str) -> str:
    """Return the words of a notice in the active language."""
    return str(SENTENCES[kind]) % {"code": dossier_code}


def plain(text: str) -> str:
    """Return a text message without marks, cut to one message: old telephones read it too."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    ascii_only = "".join(sign for sign in bare if sign.isascii() and sign.isprintable())
    return ascii_only[:SMS_LENGTH]
