# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.confirm_signing import confirm_signing
from motcua.domains.dossiers.acts.decline_signing import decline_signing
from motcua.domains.dossiers.models import CoSignature
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town
from tests.domains.dossiers.signing import (
    HAN,
    NAM,
    content,
    filled_in,
    invited,
    person,
    publish_for_two,
)

pytestmark = pytest.mark.django_db


def test_a_no_needs_a_reason_and_may_follow_a_yes(town: Town) -> None:
    publish_for_two(town)
    wife, husband = person("cd-han", HAN), person("cd-nam", NAM)
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)
    confirm_signing(actor=husband, at=SUBMITTED_AT, code=code, seen=content(draft_id))
    with pytest.raises(ReasonMissing):
        decline_signing(actor=husband, at=SUBMITTED_AT, code=code, reason=" ")

    decline_signing(actor=husband, at=SUBMITTED_AT, code=code, reason="Sai ngày sinh của tôi")

    stored = CoSignature.objects.get()
    assert (stored.state, stored.reason) == ("declined", "Sai ngày sinh của tôi")
    assert "Sai ngày" not in str(AuditEntry.objects.get(act="decline_signing").payload)


def test_a_declined_invitation_is_given_anew_under_another_code(town: Town) -> None:
    publish_for_two(town)
    wife, husband = person("cd-han", HAN), person("cd-nam", NAM)
    draft_id = filled_in(wife, town)
    first = invited(wife, draft_id)
    decline_signing(actor=husband, at=SUBMITTED_AT, code=first, reason="Chưa đúng")

    second = invited(wife, draft_id)

    with pytest.raises(NotFound):
        decline_signing(actor=husband, at=SUBMITTED_AT, code=first, reason="Chưa đúng")
    assert second != first
    assert CoSignature.objects.get().state == "invited"
