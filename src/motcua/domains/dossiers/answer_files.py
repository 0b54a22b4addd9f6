# SPDX-License-Identifier: Apache-2.0
"""Files sent for questions of a form: the answers refer to papers that lie beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from motcua.domains.dossiers.models import Attachment, Draft
from motcua.domains.procedures.queries import Version
from motcua.domains.vault import queries as vault
from motcua.rules import forms
from motcua.rules.forms import files
from motcua.rules.forms.files import Attached

Laid = Sequence[tuple[str, int]]


def titles(version: Version) -> Mapping[str, Mapping[str, str]]:
    """Return by code what each paper is called, those of the list and those the form asks for."""
    named: dict[str, Mapping[str, str]] = {
        paper: {"vi": field.label["vi"], "en": field.label["en"]}
        for paper, field in files.asking(version.form).items()
    }
    return named | {kind.code: kind.title for kind in version.papers}


def tied(version: Version, draft: Draft, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers without references to what does not lie in the draft."""
    if not files.asking(version.form):
        return dict(answers)
    rows = Attachment.objects.filter(draft=draft, replaced_at=None)
    lying = {(code, str(ref)) for code, ref in rows.values_list("component_code", "paper__code")}
    return files.kept(version.form, answers, lambda one: _key(one) in lying)


def let_go(version: Version, draft: Draft, at: datetime) -> None:
    """Take out of the draft the files of questions that no answer refers to any more."""
    asked = files.asking(version.form)
    if not asked:
        return
    meant = {_key(one) for one in files.attached(version.form, draft.answers)}
    rows = Attachment.objects.filter(draft=draft, replaced_at=None, component_code__in=list(asked))
    gone = [pk for pk, *key in rows.values_list("pk", "component_code", "paper__code")
            if (key[0], str(key[1])) not in meant]  # fmt: skip
    Attachment.objects.filter(pk__in=gone).update(replaced_at=at)


def faults(version: Version, values: Mapping[str, Any], papers: Laid) -> list[forms.Fault]:
    """Return a fault for every reference to a file that was not handed in as that paper."""
    given = _given(version, values, papers)
    return [
        forms.Fault(one.path, "file")
        for one in files.attached(version.form, values)
        if _key(one) not in given
    ]


def meant(version: Version, values: Mapping[str, Any], papers: Laid) -> Laid:
    """Return the papers without files of questions that the answers do not refer to."""
    asked = files.asking(version.form)
    if not asked:
        return papers
    given = _given(version, values, papers)
    referred = map(_key, files.attached(version.form, values))
    wanted = {given[key] for key in referred if key in given}
    return [pair for pair in papers if pair[0] not in asked or tuple(pair) in wanted]


def _given(
    version: Version, values: Mapping[str, Any], papers: Laid
) -> Mapping[tuple[str, str], tuple[str, int]]:
    """Return the papers by component and reference; nothing is asked when nothing refers."""
    if not any(True for _ in files.attached(version.form, values)):
        return {}
    codes = {card.id: str(card.code) for card in vault.papers(id__in=[pk for _, pk in papers])}
    return {(code, codes[pk]): (code, pk) for code, pk in papers if pk in codes}


def lying_in(dossier_id: int, components: Collection[str]) -> list[tuple[str, int]]:
    """Return component and paper of what lies in a dossier for these components."""
    rows = Attachment.objects.filter(
        dossier_id=dossier_id, replaced_at=None, component_code__in=list(components)
    )
    return list(rows.order_by("id").values_list("component_code", "paper_id"))


def _key(one: Attached) -> tuple[str, str]:
    return one.paper, one.reference
