# SPDX-License-Identifier: Apache-2.0
"""Before whom a dossier lies follows from the kind and the role of its step."""

from __future__ import annotations

from dataclasses import astuple, replace

import pytest

from motcua.domains.dossiers.case import Case, changed, desk_of
from motcua.rules.workflow import Step, StepKind


@pytest.mark.parametrize(
    ("kind", "role", "desk"),
    [
        (StepKind.INTAKE, "counter", (1, "counter")),
        (StepKind.PROCESSING, "specialist", (2, "specialist")),
        (StepKind.APPROVAL, "leader", (2, "leader")),
        (StepKind.PAYMENT, None, (1, "counter")),
        (StepKind.PAYMENT, "counter", (1, "counter")),
        (StepKind.PAYMENT, "specialist", (2, "specialist")),
        (StepKind.HANDOVER, "counter", (3, "counter")),
        (StepKind.SUPPLEMENT, None, (None, "")),
        (StepKind.FINISHED, None, (None, "")),
    ],
)
def test_a_dossier_lies_before_those_who_do_the_step(
    kind: StepKind, role: str | None, desk: tuple[int | None, str]
) -> None:
    step = Step("here", kind, role, None, {"vi": "", "en": ""}, {})

    found = desk_of(step, receiving_unit_id=1, competent_unit_id=2, return_unit_id=3)

    assert found == desk


def test_a_changed_case_differs_in_what_was_changed_only() -> None:
    names = Case.__slots__
    case = Case(**dict(zip(names, range(len(names)), strict=True)))

    after = changed(case, step="appraise", ended_at=None)

    assert after == replace(case, step="appraise", ended_at=None)
    assert astuple(case) == tuple(range(len(names)))
    with pytest.raises(KeyError):
        changed(case, nothing=1)
