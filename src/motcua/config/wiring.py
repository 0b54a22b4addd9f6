# SPDX-License-Identifier: Apache-2.0
"""The only table of who hears which event, and of what `motcua up` sets up before it serves.

Entries are dotted paths (`module:function`), so that reading the table loads nothing.
"""

from __future__ import annotations

from motcua.rules.words import N_

# What `motcua prepare` does after the migrations, in this order: (what it tells, the function).
# Each is called with `at=`, is idempotent, keeps a fingerprint of its input in the database and
# returns within milliseconds when nothing is new.
SETUP: tuple[tuple[str, str], ...] = (
    (
        N_("Loading units, places and the calendar"),
        "motcua.domains.units.acts.load_reference:load_reference",
    ),
    (
        N_("Publishing the procedures"),
        "motcua.domains.procedures.acts.load_catalogue:load_catalogue",
    ),
    (
        N_("Laying out the known answers"),
        "motcua.domains.support.acts.load_known_answers:load_known_answers",
    ),
)

# What a demonstration is given on top: invented people.
DEMO_SETUP: tuple[tuple[str, str], ...] = (
    (
        N_("Inventing officials and citizens"),
        "motcua.domains.people.acts.load_demo_people:load_demo_people",
    ),
    (
        N_("Inventing bank accounts of the units"),
        "motcua.domains.payments.acts.load_demo_accounts:load_demo_accounts",
    ),
    (
        N_("Inventing support points"),
        "motcua.domains.support.acts.load_demo_points:load_demo_points",
    ),
    (
        N_("Inventing questions and answers"),
        "motcua.domains.support.acts.load_demo_questions:load_demo_questions",
    ),
    (
        N_("Setting up counters and queues"),
        "motcua.domains.counters.acts.load_demo_counters:load_demo_counters",
    ),
)

# Events by name, in the order in which their handlers are called.
_TELL = "motcua.domains.dossiers.handlers:on_dossier_moved"
_LEARN = "motcua.domains.dossiers.handlers:on_applicant_named"
_SLIP = "motcua.domains.dossiers.handlers:on_slip_due"
_SIGNING = "motcua.domains.dossiers.handlers:on_signing"
_ACTING = "motcua.domains.notices.handlers:on_representation"

HANDLERS: dict[str, tuple[str, ...]] = {
    "DossierSubmitted": (_TELL, _LEARN),
    "DossierReceived": (_TELL, _SLIP),
    "DossierRefused": (_TELL, _SLIP),
    "SupplementAsked": (_TELL, _SLIP),
    "SupplementDueSoon": (_TELL,),
    "SupplementGiven": (
        _TELL,
        _LEARN,
        "motcua.domains.dossiers.handlers:on_signed_completed",
    ),  # fmt: skip
    "DossierAdvanced": (_TELL,),
    "ResultReady": (_TELL, "motcua.domains.dossiers.handlers:on_result_ready"),
    "DossierExtended": (_TELL, _SLIP),
    "DossierStopped": (_TELL, _SLIP),
    "DossierWithdrawn": (_TELL, _SLIP),
    "ResultReturned": (_TELL, _SLIP),
    "ResultGivenAgain": (_SLIP,),
    "BillPartPaid": (_SLIP,),
    "BillPaid": (_SLIP, "motcua.domains.dossiers.handlers:on_bill_paid"),
    "BatchStarted": ("motcua.domains.dossiers.handlers:on_batch_started",),
    "SignerInvited": (_SIGNING,),
    "SigningConfirmed": (_SIGNING,),
    "SigningDeclined": (_SIGNING,),
    "SigningVoided": (_SIGNING,),
    "RepresentationGranted": (_ACTING,),
    "RepresentationAccepted": (_ACTING,),
    "RepresentationRevoked": (_ACTING,),
    "DossierRedated": (_TELL,),
    "DossierAlerted": ("motcua.domains.dossiers.handlers:on_dossier_alerted",),
    "SecondSupplementRequested": (
        "motcua.domains.dossiers.handlers:on_second_supplement_requested",
    ),
    "CalendarChanged": (
        "motcua.domains.dossiers.handlers:on_calendar_changed",
        "motcua.domains.support.handlers:on_calendar_changed",
    ),
    "PetitionMoved": ("motcua.domains.support.handlers:on_petition_moved",),
    "TicketAnswered": ("motcua.domains.support.handlers:on_ticket_answered",),
    "ReturnRedirected": (_TELL,),
}

# Folders hear every event, a whole batch at a time.
FOLDERS: tuple[str, ...] = (
    "motcua.domains.quality.acts.fold_events:fold_events",
    "motcua.domains.quality.acts.fold_petitions:fold_petitions",
)

# Events that nobody hears one by one.
UNHEARD: frozenset[str] = frozenset(
    {
        "DossierConsulted",
        "SlipIssued",
        "ConsultationAnswered",
        "ConsultationRedated",
        "DossierRated",
        "DossierKept",
        "DossierAssigned",
        "LinkageSubmitted",
        "LinkedPartOpened",
        "LinkageReturned",
        "DossierBundled",
        "HandoverGiven",
        "HandoverConfirmed",
        "HandoverRefused",
        "ParcelSettled",
        "BillIssued",
        "BillRefunded",
        "PetitionFiled",
        "TicketFiled",
        "AccountLocked",
        "CitizenRegistered",
        "BusinessRegistered",
        "PostHeld",
        "PostEnded",
        "PostDelegated",
        "DelegationEnded",
        "AgencyRenamed",
        "SecondSupplementDeclined",
        "DossierRolledBack",
        "PaperFirstRecorded",
        "PaperFirstReconciled",
        "ProcedurePublished",
        "ProcedureWithdrawn",
    }
)

# Who carries out what is asked of a partner, by `partner.operation`.
PARTNER_ADAPTERS: dict[str, str] = {
    "messaging.email": "motcua.partners.messaging.outbound:send",
    "messaging.sms": "motcua.partners.messaging.outbound:send",
    "payment_gateway.init": "motcua.partners.payment_gateway.outbound:begin",
    "payment_gateway.query": "motcua.partners.payment_gateway.outbound:ask",
}

# Who tells the vault which units answer for the papers of a dossier.
ANSWERING_UNITS = "motcua.domains.dossiers.queries.answering:answering_units"

# Who carries messages out of the house, by channel.
MESSAGE_DISPATCHERS: dict[str, str] = {
    "email": "motcua.partners.messaging.outbound:dispatch_email",
    "sms": "motcua.partners.messaging.outbound:dispatch_sms",
}
