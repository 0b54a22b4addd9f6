# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.sign_on_paper import sign_on_paper
from motcua.domains.dossiers.models import CoSignature
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town
from tests.domains.dossiers.signing import (
    HAN,
    LAN,
    NAM,
    content,
    filled_in,
    invited,
    person,
    publish_for_two,
)

pytestmark = pytest.mark.django_db


def test_an_officer_records_a_signature_given_in_person(town: Town) -> None:
    publish_for_two(town)
    wife = person("cd-han", HAN)
    draft_id = filled_in(wife, town)
    code, seen = invited(wife, draft_id), content(draft_id)
    signature = {"at": SUBMITTED_AT, "code": code, "seen": seen}
    with pytest.raises(NotPermitted):
        sign_on_paper(actor=town.specialist, personal_id=NAM, **signature)
    with pytest.raises(NotFound):
        sign_on_paper(actor=town.counter, personal_id=LAN, **signature)

    sign_on_paper(actor=town.counter, personal_id=NAM, **signature)

    stored = CoSignature.objects.get()
    assert (stored.state, stored.way, stored.answered_by) == ("confirmed", "paper", "cb-Hoa")
    assert AuditEntry.objects.get(act="sign_on_paper").post.startswith("counter@")
