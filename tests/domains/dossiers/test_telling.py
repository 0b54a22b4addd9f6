# SPDX-License-Identifier: Apache-2.0
"""Who is told what of dossiers and signatures, once the relay hands the events over."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.confirm_signing import confirm_signing
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.acts.submit_draft import submit_draft
from motcua.domains.dossiers.handlers import on_dossier_moved, on_signed_completed, on_signing
from motcua.domains.notices.models import Message, Notice
from motcua.domains.people import queries as people
from motcua.domains.people.acts.accept_representation import accept_representation
from motcua.domains.people.acts.register_business import register_business
from motcua.domains.people.known import Named
from motcua.domains.people.models import Account
from motcua.kit.models import OutboxEvent
from motcua.kit.relay import Told
from tests.builders import by
from tests.domains.dossiers.conftest import HANDED_AT, RECEIVED_AT, SUBMITTED_AT, Town
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


def told(*topics: str) -> list[Told]:
    rows = OutboxEvent.objects.filter(topic__in=topics).order_by("id")
    return [Told(row.id, row.topic, row.subject, row.at, row.payload) for row in rows]


def test_the_address_in_the_form_hears_of_the_dossier_once(town: Town) -> None:
    town.submitted()

    for _ in range(2):
        on_dossier_moved(told("DossierSubmitted"))

    assert Notice.objects.get().account_id == town.citizen.account_id
    assert Message.objects.get().to == "lan@example.vn"


def test_the_representatives_of_a_business_read_what_it_is_told(town: Town) -> None:
    legal = person("cd-han", HAN)
    Account.objects.filter(pk=legal.account_id).update(full_name="Nguyễn Thị Hân")
    business_id = register_business(
        actor=town.counter, at=SUBMITTED_AT, key=uuid4(), tax_code="2300123454", name="Gốm",
        legal=Named(HAN, "Nguyễn Thị Hân"), consent_paper=uuid4(),
    )  # fmt: skip
    leave = people.given_by(business_id, SUBMITTED_AT)[0]
    accept_representation(actor=legal, at=SUBMITTED_AT, code=leave.code)
    town.submitted(account_id=business_id)

    on_dossier_moved(told("DossierSubmitted"))

    assert Notice.objects.get().account_id == legal.account_id
    assert Message.objects.count() == 1


def test_the_invited_and_the_one_who_asked_hear_of_each_other(town: Town) -> None:
    publish_for_two(town)
    wife, husband = person("cd-han", HAN), person("cd-nam", NAM)
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)
    confirm_signing(actor=husband, at=SUBMITTED_AT, code=code, seen=content(draft_id))

    on_signing(told("SignerInvited", "SigningConfirmed"))

    heard = dict(Notice.objects.values_list("kind", "account_id"))
    assert heard == {
        "SignerInvited": husband.account_id,
        "SigningConfirmed": wife.account_id,
    }
    assert set(Notice.objects.values_list("dossier_code", flat=True)) == {code}


def test_who_signed_hears_that_the_dossier_was_completed_afterwards(town: Town) -> None:
    publish_for_two(town)
    wife, husband = person("cd-han", HAN), person("cd-nam", NAM)
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)
    confirm_signing(actor=husband, at=SUBMITTED_AT, code=code, seen=content(draft_id))
    dossier = submit_draft(by=by(wife, SUBMITTED_AT), draft_id=draft_id, source="synthetic").code
    item, until = Item("field:house.floors", "Sai số tầng", ""), date(2026, 7, 20)
    ask_supplement(
        by=by(town.counter, RECEIVED_AT), code=dossier, items=[item], until_on=until, guide=""
    )
    resume(by=by(wife, HANDED_AT), code=dossier, answers={"house": {"floors": 7}})

    for _ in range(2):
        on_dossier_moved(told("SupplementGiven"))
        on_signed_completed(told("SupplementGiven"))

    heard = Notice.objects.values_list("kind", "account_id", "dossier_code")
    assert set(heard) == {
        ("SupplementGiven", wife.account_id, dossier),
        ("SignedCompleted", husband.account_id, code),
    }
