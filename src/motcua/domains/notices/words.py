# SPDX-License-Identifier: Apache-2.0
"""The words of each kind of notice; no personal data beyond the dossier code."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

SENTENCES = {
    "DossierSubmitted": gettext_lazy("We have your dossier %(code)s and will check it."),
    "DossierReceived": gettext_lazy("Dossier %(code)s was accepted."),
    "DossierRefused": gettext_lazy("Dossier %(code)s was refused. Read the reason."),
    "SupplementAsked": gettext_lazy("Dossier %(code)s needs something more from you."),
    "SupplementGiven": gettext_lazy("We have your additions to dossier %(code)s."),
    "DossierAdvanced": gettext_lazy("Dossier %(code)s moved to the next step."),
    "ResultReady": gettext_lazy("The result of dossier %(code)s is ready."),
    "DossierExtended": gettext_lazy("Dossier %(code)s will be late. Read the apology."),
    "DossierStopped": gettext_lazy("Work on dossier %(code)s was stopped. Read the reason."),
    "DossierWithdrawn": gettext_lazy("Dossier %(code)s was withdrawn."),
    "ReturnRedirected": gettext_lazy(
        "The result of dossier %(code)s will be returned at another counter: see the dossier."
    ),
    "DossierRedated": gettext_lazy(
        "The due date of dossier %(code)s was moved because the working calendar changed."
    ),
    "DossierDueSoon": gettext_lazy("Dossier %(code)s is due soon."),
    "DossierOverdue": gettext_lazy("Dossier %(code)s is overdue."),
    "DossierOverdueADay": gettext_lazy("Dossier %(code)s is overdue by a working day or more."),
    "SecondSupplementRequested": gettext_lazy(
        "Dossier %(code)s waits for your decision on a second supplement."
    ),
    "ResultReturned": gettext_lazy("The result of dossier %(code)s was returned. Please rate us."),
    "PetitionTransferred": gettext_lazy("Petition %(code)s was passed to another office."),
    "PetitionerAsked": gettext_lazy("The office asks you something about petition %(code)s."),
    "PetitionRefused": gettext_lazy("Petition %(code)s was refused. Read the reason."),
    "PetitionAnswered": gettext_lazy("Petition %(code)s was answered. Did it help?"),
    "AnswerPublished": gettext_lazy("The answer to petition %(code)s was published."),
    "TicketAnswered": gettext_lazy("Your question %(code)s to the support was answered."),
}


def sentence(kind: str, dossier_code: str) -> str:
    """Return the words of a notice in the active language."""
    return str(SENTENCES[kind]) % {"code": dossier_code}
