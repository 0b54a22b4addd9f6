# SPDX-License-Identifier: Apache-2.0
"""How pages speak of papers in the vault: whether they hold, were scanned, were read."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy

from motcua.domains.vault.queries import ReadingCard

STANDINGS: Final = {
    "valid": (gettext_lazy("Valid"), "done"),
    "open": (gettext_lazy("Valid, end not known"), "done"),
    "unconfirmed": (gettext_lazy("Not confirmed by an officer"), "ask"),
    "not_yet": (gettext_lazy("Not valid yet"), "ask"),
    "expired": (gettext_lazy("Expired"), "late"),
    "replaced": (gettext_lazy("Replaced by a newer paper"), "closed"),
    "revoked": (gettext_lazy("Revoked"), "late"),
    "rejected": (gettext_lazy("Rejected by an officer"), "late"),
}
SCANS: Final = {
    "not_scanned": (gettext_lazy("Not scanned for malware"), "ask"),
    "waiting": (gettext_lazy("Waiting for the malware scan"), "ask"),
    "clean": (gettext_lazy("No malware found"), "done"),
    "infected": (gettext_lazy("Malware found, locked away"), "late"),
}
REMARKS: Final = {
    "embedded_files": gettext_lazy("Other files lie inside this file; look at them with care."),
    "sends_data": gettext_lazy("This file holds a form that sends data elsewhere."),
}
READINGS: Final = {
    "waiting": gettext_lazy("The machine has not read this paper yet."),
    "failed": gettext_lazy("The machine could not read this paper."),
    "unavailable": gettext_lazy("Papers are not read by machine here: no reader is installed."),
    "done": "",
}
NOTES: Final = {
    "office_file": gettext_lazy("Only PDF files and pictures are read by machine."),
    "first_pages": gettext_lazy("Only the first %(pages)s pages were read by machine."),
}
FIELDS: Final = {
    "id_number": gettext_lazy("Personal ID on the paper"),
    "owner_name": gettext_lazy("Name on the paper"),
    "birth_on": gettext_lazy("Date of birth on the paper"),
    "number_symbol": gettext_lazy("Number and symbol"),
    "issuer": gettext_lazy("Issued by"),
    "issued_on": gettext_lazy("Issued on"),
    "valid_until": gettext_lazy("Valid until"),
}


def reading_words(reading: ReadingCard | None) -> str:
    """Say how far the machine has come with a paper, and what it left out."""
    if reading is None:
        return ""
    note = str(NOTES.get(reading.note, "")) % {"pages": reading.pages_read}
    return note or str(READINGS[reading.state])
