# SPDX-License-Identifier: Apache-2.0
"""Addresses of the desk."""

from __future__ import annotations

from django.urls import include, path, register_converter

from motcua.faces.desk import (
    acts,
    dossier,
    inbox,
    onward,
    papers,
    receipt,
    reception,
    resuming,
    slips,
)
from motcua.faces.desk.counter import choosing


class DossierCode:
    """A dossier code in an address, whatever the case of its letters."""

    regex = r"[A-Za-z0-9.]{3,20}-[0-9]{6,8}-[0-9]{4,7}"

    def to_python(self, value: str) -> str:
        """Return the code as it is stored."""
        return value.upper()

    def to_url(self, value: str) -> str:
        """Return the code as it is written."""
        return value


class DossierVerb:
    """The name of an act in an address."""

    regex = "|".join(acts.ACTS)

    def to_python(self, value: str) -> str:
        """Return the name as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name as it is."""
        return value


register_converter(DossierCode, "dossier_code")
register_converter(DossierVerb, "dossier_verb")

app_name = "desk"
urlpatterns = [
    # First, since it is the most-walked of all: a late place here costs each step of a dossier.
    path("desk/<dossier_code:code>/<dossier_verb:verb>", acts.act, name="act"),
    path("desk/", inbox.inbox, name="inbox"),
    path("desk/questions", inbox.questions, name="questions"),
    path("desk/waiting", inbox.waiting, name="waiting"),
    path("desk/next", onward.following, name="next"),
    path("desk/search", inbox.found, name="found"),
    path("desk/reception", choosing.choose, name="reception"),
    path("desk/reception/<str:procedure>", reception.take_in, name="take_in"),
    path("desk/", include("motcua.faces.desk.counter.urls")),
    path("desk/", include("motcua.faces.desk.citizens.urls")),
    path("desk/", include("motcua.faces.desk.queue.urls")),
    path("desk/", include("motcua.faces.desk.support.urls")),
    path("desk/", include("motcua.faces.desk.unit.urls")),
    path("desk/", include("motcua.faces.desk.config.urls")),
    path("desk/", include("motcua.faces.desk.batch.urls")),
    path("desk/", include("motcua.faces.desk.money.urls")),
    path("desk/", include("motcua.faces.desk.reports.urls")),
    path("desk/<dossier_code:code>", dossier.dossier, name="dossier"),
    path("desk/<dossier_code:code>/receipt", receipt.receipt, name="receipt"),
    path("desk/<dossier_code:code>/resume", resuming.resuming, name="resume"),
    path("desk/<dossier_code:code>/slips/<int:slip>", slips.slip_file, name="slip_file"),
    path("desk/<dossier_code:code>/slips/<int:slip>/sheet", slips.slip_sheet, name="slip_sheet"),
    path("desk/<dossier_code:code>/papers/<uuid:paper>", papers.paper, name="paper"),
    path("", include("motcua.faces.desk.vault.urls")),
    path("", include("motcua.faces.desk.timing.urls")),
]
