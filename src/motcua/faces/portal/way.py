# SPDX-License-Identifier: Apache-2.0
"""The fixed row of pages from the first question to the button that submits."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from motcua.domains.procedures.queries import Version
from motcua.faces.design.titles import active


def stations(version: Version) -> list[tuple[str, str]]:
    """Return title and address of every page, for the stepper."""
    language = active()
    pages = [
        (page.title[language], reverse("portal:form", args=[page.name]))
        for page in version.form.pages
    ]
    papers = [(gettext("Papers"), reverse("portal:papers"))]
    return [*pages, *papers, (gettext("Check and submit"), reverse("portal:check"))]
