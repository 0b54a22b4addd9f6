# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from motcua.domains.dossiers.acts.keep_in_account import keep_in_account
from motcua.domains.dossiers.acts.rate import rate
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.keeping import (
    InAnAccount,
    NotTheApplicant,
    NotVerified,
    OnlyInPerson,
    PartOfLinkage,
)
from motcua.domains.dossiers.models import Dossier, Linkage, LinkedPart
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.applicant import own_dossiers, secret_of
from motcua.domains.people.models import Account
from motcua.kit.access import GUEST, Actor, Mandate
from motcua.kit.faults import Fault, NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.builders import by, vn
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town, acts, row

AT = vn("2026-07-07 14:00")
NUMBER = "027190000001"
pytestmark = pytest.mark.django_db


def verified(actor: Actor, number: str = NUMBER, level: int = 2) -> Actor:
    """The citizen, as VNeID last said who they are."""
    Account.objects.filter(pk=actor.account_id).update(personal_id=number, identity_level=level)
    return actor


def handed_in(town: Town, number: str = NUMBER) -> str:
    """The code of a dossier that came without an account, under a number."""
    code = town.submitted(account_id=None)
    Dossier.objects.filter(code=code).update(applicant_id_number=number)
    return code


def keep(actor: Actor, code: str, secret: str | None = None) -> None:
    keep_in_account(
        by=by(actor, AT), code=code, secret=secret_of(code) if secret is None else secret
    )


def test_the_applicant_keeps_it_and_the_log_still_explains_everything(town: Town) -> None:
    code, citizen = handed_in(town), verified(town.citizen)

    keep(citizen, code)

    link = AuditEntry.objects.filter(chain=f"dossier:{code}").latest("seq")
    told = OutboxEvent.objects.get(topic="DossierKept")
    assert [one.code for one in own_dossiers(citizen.account_id or 0)] == [code]
    assert (link.act, link.actor_code) == ("keep_in_account", citizen.code)
    assert NUMBER not in json.dumps([link.payload, told.payload])
    assert [found for _, found in verification.differences()] == [[]]


def test_what_is_kept_is_the_applicants_own(town: Town) -> None:
    kept, citizen = handed_in(town), verified(town.citizen)
    keep(citizen, kept)

    withdraw(by=by(citizen, AT), code=kept)
    rate(by=by(citizen, AT), code=kept, stars=5)

    assert acts(kept)[-3:] == ["keep_in_account", "withdraw", "rate"]
    assert cards.may_see(citizen, cards.card(kept))
    assert not cards.may_see(town.stranger, cards.card(kept))


def test_the_same_command_twice_keeps_it_once(town: Town) -> None:
    code, command = handed_in(town), by(verified(town.citizen), AT)

    for _ in range(2):
        keep_in_account(by=command, code=code, secret=secret_of(code))

    assert acts(code).count("keep_in_account") == 1


def test_nobody_else_keeps_it(town: Town) -> None:
    code, citizen = handed_in(town), verified(town.citizen)
    for_another = replace(
        citizen,
        mandate=Mandate(
            principal_code="cd-2", principal_name="B", representative_id=citizen.account_id or 0
        ),
    )
    refused: list[tuple[Actor, type[Fault]]] = [
        (verified(town.stranger, "027190000002"), NotTheApplicant),
        (for_another, OnlyInPerson),
        (GUEST, NotVerified),
        (town.counter, NotVerified),
    ]

    for actor, fault in refused:
        with pytest.raises(fault):
            keep(actor, code)

    assert row(code).account_id is None


def test_a_number_that_nobody_verified_in_person_is_not_enough(town: Town) -> None:
    code = handed_in(town)

    with pytest.raises(NotVerified):
        keep(verified(town.citizen, level=1), code)


def test_without_the_secret_there_is_no_such_dossier(town: Town) -> None:
    code, citizen = handed_in(town), verified(town.citizen)

    for secret in ("", "AAAAAAAAAA", secret_of(town.submitted(account_id=None))):
        with pytest.raises(NotFound):
            keep(citizen, code, secret)


def test_a_dossier_without_a_number_is_nobodys(town: Town) -> None:
    code = handed_in(town, "")

    with pytest.raises(NotTheApplicant):
        keep(verified(town.citizen, ""), code)


def test_what_stands_in_an_account_stays_there(town: Town) -> None:
    code = handed_in(town)
    Dossier.objects.filter(code=code).update(account_id=town.stranger.account_id)

    with pytest.raises(InAnAccount):
        keep(verified(town.citizen), code)

    assert row(code).account_id == town.stranger.account_id


def test_a_part_of_an_application_stays_with_the_others(town: Town) -> None:
    code = handed_in(town)
    linkage = Linkage.objects.create(
        code="H05-LT-1", version_id=town.version_id, source="synthetic", applicant_name="Lan",
        receiving_unit_id=town.centre_id, submitted_at=SUBMITTED_AT, channel=1,
    )  # fmt: skip
    LinkedPart.objects.create(
        linkage=linkage, place=1, name="one", version_id=town.version_id,
        competent_unit_id=town.competent_id, dossier=row(code), waits_for=[],
    )  # fmt: skip

    with pytest.raises(PartOfLinkage):
        keep(verified(town.citizen), code)
