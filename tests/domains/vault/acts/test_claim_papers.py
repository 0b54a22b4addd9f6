# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from motcua.domains.vault.acts.claim_papers import Claim, NotReusable, claim_papers
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import PaperUse
from tests.domains.vault.papers import AT, CITIZEN, ORIGIN, OWNER, filed, now

pytestmark = pytest.mark.django_db
CLAIM = Claim("H05.1.1-260703-0001", "1.013225", "citizen", OWNER, "Nguyễn Thị Lan")


def claim(*codes: UUID, claim: Claim = CLAIM) -> frozenset[int]:
    types = {now(code).id: "land_certificate" for code in codes}
    return claim_papers(actor=CITIZEN, at=AT, claim=claim, types=types)


def test_a_fresh_paper_gets_owner_origin_and_kind() -> None:
    code = filed(origin_dossier="", owner_id_number="")

    assert claim(code) == frozenset()

    paper = now(code)
    assert (paper.owner_id_number, paper.owner_name) == (OWNER, "Nguyễn Thị Lan")
    assert (paper.origin_dossier, paper.origin_procedure) == (CLAIM.dossier_code, "1.013225")
    assert (paper.type_code, paper.state) == ("land_certificate", PaperState.WAITING)
    assert (paper.digitised_by, paper.digitised_at) == ("cd-1", AT)


def test_an_older_paper_keeps_its_origin_and_its_use_is_counted_once() -> None:
    code = filed(state=PaperState.APPROVED)

    assert claim(code) == claim(code) == frozenset({now(code).id})

    assert (now(code).origin_dossier, now(code).reused) == (ORIGIN, 1)
    assert PaperUse.objects.get().dossier_code == CLAIM.dossier_code


@pytest.mark.parametrize(
    "columns",
    [{"state": PaperState.WAITING}, {"owner_id_number": "1"}, {"revoked_at": AT}],
)
def test_what_may_not_be_used_again_is_refused(columns) -> None:
    with pytest.raises(NotReusable):
        claim(filed(**{"state": PaperState.APPROVED, **columns}))


def test_nobody_without_a_number_draws_from_the_vault() -> None:
    code = filed(state=PaperState.APPROVED, owner_id_number="")

    with pytest.raises(NotReusable):
        claim(code, claim=replace(CLAIM, owner_id_number=""))


def test_parts_of_one_application_share_their_papers_unasked() -> None:
    code = filed()

    assert claim(code, claim=replace(CLAIM, unasked=True)) == {now(code).id}
