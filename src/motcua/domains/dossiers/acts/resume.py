# SPDX-License-Identifier: Apache-2.0
"""Take in what the applicant completed and go on where the dossier stopped."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from typing import Any

from motcua.domains.dossiers import answer_files, ledger
from motcua.domains.dossiers.application import InvalidAnswers, applicant_of
from motcua.domains.dossiers.billing import amend
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import SupplementGiven
from motcua.domains.dossiers.laying_in import lay_in
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.models import Attachment, Dossier, SupplementRequest
from motcua.kit.audit import sha256_of
from motcua.kit.clock import VN
from motcua.rules import forms
from motcua.rules.forms import files
from motcua.rules.forms.nested import dig, put
from motcua.rules.words import fold


@ledger.act
def resume(
    *,
    by: By,
    code: str,
    answers: Mapping[str, Any],
    papers: Sequence[tuple[str, int]] = (),
    presented: Collection[str] = (),
) -> Outcome:
    """Accept the additions: only asked fields change, new papers replace the old ones.

    `papers` hold also the files that the answers to asked questions refer to.
    The applicant does it, or a counter officer on their behalf. The due date moves by the working
    time of the pause; what is still to be paid follows the new answers.
    Raises NotPermitted, NotAllowedNow, InvalidAnswers. Emits: SupplementGiven.
    """
    case = ledger.lock(code, by)
    post = None if case.is_applicant(by.actor) else case.counter_post(by.actor)
    after = ledger.with_dues(ledger.move(case, "resume", by.at))
    request = SupplementRequest.objects.get(dossier_id=case.id, completed_at=None)
    asked = {item["target"] for item in request.items}
    values = _merge(case, by, answers, asked, papers)
    amend(case, actor=by.actor, at=by.at, answers=values)
    _replace_papers(case, by, [pair for pair in papers if f"paper:{pair[0]}" in asked])
    _replace_files(case, by, values, papers)
    SupplementRequest.objects.filter(pk=request.pk).update(completed_at=by.at)
    return ledger.write(
        case, after, by=by, act="resume", event=SupplementGiven, post=post,
        payload={
            "action": "resume",
            "answers_sha256": sha256_of(values),
            "presented": sorted(presented),
        },
    )  # fmt: skip


def _merge(
    case: Case,
    by: By,
    answers: Mapping[str, Any],
    asked: set[str],
    papers: Sequence[tuple[str, int]],
) -> dict[str, Any]:
    together = deepcopy(Dossier.objects.values_list("answers", flat=True).get(pk=case.id))
    for target in asked:
        kind, _, name = target.partition(":")
        if kind == "field":
            put(together, name, dig(answers, name))
    on = by.at.astimezone(VN).date()
    result = forms.check(case.version.form, together, on=on, lookups=ReferenceLookups())
    values = dict(result.values)
    known = answer_files.lying_in(case.id, files.asking(case.version.form))
    faults = [*result.faults, *answer_files.faults(case.version, values, [*known, *papers])]
    if faults:
        raise InvalidAnswers(faults)
    applicant = applicant_of(values)
    Dossier.objects.filter(pk=case.id).update(
        answers=values,
        applicant_name=applicant.name,
        applicant_phone=applicant.phone,
        applicant_email=applicant.email,
        applicant_address=applicant.address,
        search=fold(applicant.name),
    )
    return values


def _replace_papers(case: Case, by: By, papers: Sequence[tuple[str, int]]) -> None:
    codes = {code for code, _ in papers}
    Attachment.objects.filter(
        dossier_id=case.id, component_code__in=codes, replaced_at=None
    ).update(replaced_at=by.at)
    if papers:
        lay_in(Dossier.objects.get(pk=case.id), papers, actor=by.actor, at=by.at)


def _replace_files(
    case: Case, by: By, values: Mapping[str, Any], papers: Sequence[tuple[str, int]]
) -> None:
    """Lay in the files that the answers now refer to; what they no longer do is replaced."""
    asked = files.asking(case.version.form)
    before = answer_files.lying_in(case.id, asked)
    fresh = [pair for pair in papers if pair[0] in asked]
    meant = answer_files.meant(case.version, values, [*before, *fresh])
    gone = [paper_id for code, paper_id in before if (code, paper_id) not in meant]
    Attachment.objects.filter(
        dossier_id=case.id, paper_id__in=gone, component_code__in=list(asked), replaced_at=None
    ).update(replaced_at=by.at)
    new = [pair for pair in meant if pair not in before]
    if new:
        lay_in(Dossier.objects.get(pk=case.id), new, actor=by.actor, at=by.at)
