# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.people import acts
from motcua.domains.people.models import Session
from motcua.kit.access import GUEST
from tests.domains.people.conftest import NOW, OFFICE


def test_what_is_remembered_is_replaced(db: None) -> None:
    key = acts.open_session(actor=GUEST, at=NOW, payload={"a": 1}).key

    assert acts.save_session(key=key, payload={"b": "Ước"})

    assert Session.objects.get().payload == {"b": "Ước"}


def test_an_ended_session_remembers_nothing_more(key: str) -> None:
    acts.sign_out(key=key, origin=OFFICE, at=NOW)

    assert not acts.save_session(key=key, payload={"b": 2})
    assert Session.objects.get().payload == {}


def test_an_unknown_key_saves_nothing(db: None) -> None:
    assert not acts.save_session(key="x" * 43, payload={})
