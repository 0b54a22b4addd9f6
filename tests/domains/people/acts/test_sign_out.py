# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.people.acts.sign_out import sign_out
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import SignInRecord
from motcua.domains.people.queries import live_session
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD


def test_signing_out_ends_the_session_and_is_recorded(official: int) -> None:
    opened = sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    sign_out(key=opened.key, origin=OFFICE, at=NOW)
    sign_out(key=opened.key, origin=OFFICE, at=NOW)

    assert live_session(hash_of(opened.key), NOW) is None
    assert SignInRecord.objects.filter(act="signed_out", account_id=official).count() == 1
