# SPDX-License-Identifier: Apache-2.0
"""A whole application in words, for whoever has to sign it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.queries.card import draft_attachments
from motcua.domains.dossiers.queries.signatures import Invitation
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.units import queries as units
from motcua.faces.design.form_files import in_words, listed
from motcua.faces.design.titles import active, both_text
from motcua.faces.design.units import name_of
from motcua.faces.portal import said
from motcua.kit import clock
from motcua.kit.clock import VN
from motcua.rules import forms


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Everything that is signed: answers page by page, papers, and who handles it."""

    version: Version
    pages: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    papers: Sequence[tuple[str, str]]
    unit: str


def application_view(found: Invitation) -> ApplicationView:
    """Return the application behind an invitation."""
    version = procedures.version(found.version_id)
    at = found.answered_at if found.dossier_code and found.answered_at else clock.now()
    on = at.astimezone(VN).date()
    shown = forms.check(version.form, found.answers, on=on, lookups=ReferenceLookups()).shown
    lines = draft_attachments(found.draft_id) if found.is_readable else ()
    sent = listed(lines, "portal:signed_paper", found.code)
    language = active()
    titles = {kind.code: both_text(kind.title) for kind in version.papers}
    unit = units.agency(found.competent_unit_id) if found.competent_unit_id else None
    return ApplicationView(
        version=version,
        pages=[
            (page.title[language], said.rows(page, found.answers, shown, sent))
            for page in version.form.pages
        ],
        papers=[
            (titles[line.component_code], in_words([str(line.paper_code)], sent))
            for line in lines
            if line.component_code in titles
        ],
        unit=name_of(unit) if unit else "",
    )
