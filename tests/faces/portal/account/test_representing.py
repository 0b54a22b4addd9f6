# SPDX-License-Identifier: Apache-2.0
"""Acting for another person over HTTP: leave, acceptance, banner, dossier, log, end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.dossiers.models import Dossier
from motcua.domains.notices.models import Notice
from motcua.domains.people.models import Account, Representation
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.models import AuditEntry, DataUse
from tests.domains.dossiers.conftest import CODE, Town
from tests.domains.dossiers.signing import HAN, LAN, person
from tests.faces.portal.conftest import Browser, hidden, only, signed_in

PLACE = "/tai-khoan/dai-dien"


@pytest.fixture
def old(town: Town) -> Actor:
    return _named("cd-ba", HAN, "Đỗ Thị Bà")


@pytest.fixture
def young(town: Town) -> Actor:
    return _named("cd-chau", LAN, "Đỗ Văn Cháu")


def _named(code: str, personal_id: str, name: str) -> Actor:
    actor = person(code, personal_id)
    Account.objects.filter(pk=actor.account_id).update(full_name=name)
    return Actor(code=code, name=name, kind=actor.kind, account_id=actor.account_id)


def sent(**changes: str) -> dict[str, str]:
    until = (clock.today() + timedelta(days=30)).strftime("%d/%m/%Y")
    values = {
        "key": str(uuid4()), "personal_id": LAN, "full_name": "Đỗ Văn Cháu", "kind": "family",
        "until_on": until, "procedure": "", "dossier": "",
    }  # fmt: skip
    return {**values, **changes}


def leave(old: Actor, young: Actor, **changes: str) -> str:
    """The code of an accepted leave."""
    answer = signed_in(old).post(f"{PLACE}/them", sent(**changes))
    assert answer.status_code == 303, answer.content.decode()
    code = str(Representation.objects.latest("id").code)
    assert signed_in(young).post(f"{PLACE}/{code}/nhan").status_code == 303
    return code


def acting(old: Actor, young: Actor, **changes: str) -> Browser:
    browser = signed_in(young)
    code = leave(old, young, **changes)
    assert browser.post(f"{PLACE}/{code}/lam-thay").status_code == 303
    return browser


def page(browser: Browser, address: str) -> Any:
    return browser.get(address).content.decode()


def test_the_dossier_belongs_to_the_principal_and_the_log_names_who_did_it(
    old: Actor, young: Actor, town: Town
) -> None:
    browser = acting(old, young)
    assert "Đỗ Thị Bà" in page(browser, "/ho-so")

    code = browser.submitted(town)

    assert only().account_id == old.account_id
    entry = AuditEntry.objects.get(chain=f"dossier:{code}")
    assert (entry.actor_code, entry.post) == ("cd-chau", "representative@cd-ba")
    assert "Đỗ Văn Cháu" in page(signed_in(old), f"/ho-so/{code}")
    assert signed_in(young).get(f"/ho-so/{code}").status_code == 404


def test_every_page_seen_for_somebody_is_one_line_of_the_ledger(
    old: Actor, young: Actor, town: Town
) -> None:
    browser = acting(old, young)
    code = browser.submitted(town)
    last = DataUse.objects.latest("id").id

    for address in ("/ho-so", f"/ho-so/{code}", f"/ho-so/da-nop/{code}", "/tai-khoan/giay-to"):
        before = DataUse.objects.count()
        browser.get(address)
        assert DataUse.objects.count() == before + 1, address

    lines = DataUse.objects.filter(id__gt=last).order_by("id")
    assert {line.post for line in lines} == {"representative@cd-ba"}
    assert {line.purpose for line in lines} == {"representing"}
    assert lines[1].subjects == ["cd-ba", code]
    shown = page(signed_in(old), "/tai-khoan/ai-da-xem")
    assert "Đỗ Văn Cháu" in shown
    assert code in shown


def test_a_leave_for_one_procedure_reaches_no_further(old: Actor, young: Actor, town: Town) -> None:
    mine = signed_in(old).submitted(town)
    browser = acting(old, young, dossier=mine)

    assert browser.get(f"/ho-so/{mine}").status_code == 200
    assert browser.post(f"/nop/{CODE}", {"unit": town.competent_id}).status_code == 403
    assert Dossier.objects.count() == 1


def test_a_leave_that_ended_stops_calmly(old: Actor, young: Actor) -> None:
    browser = acting(old, young)
    Representation.objects.update(valid_until=clock.now())

    ended, after = browser.get("/ho-so"), browser.get("/ho-so")

    assert ended.status_code == 409
    assert after.status_code == 200
    assert "Đỗ Thị Bà" not in after.content.decode()


def test_revoking_ends_it_on_the_next_page(old: Actor, young: Actor) -> None:
    browser = acting(old, young)
    code = Representation.objects.get().code
    signed_in(old).post(f"{PLACE}/{code}/cham-dut")

    assert browser.get("/ho-so").status_code == 409


def test_one_returns_to_oneself(old: Actor, young: Actor) -> None:
    browser = acting(old, young)

    browser.post(f"{PLACE}/thoi")

    assert "Đỗ Thị Bà" not in page(browser, "/ho-so")


@pytest.mark.parametrize(
    "changes",
    [
        {"full_name": "Người Khác"},
        {"personal_id": "12"},
        {"until_on": "hôm nào"},
        {"until_on": "01/01/2020"},
        {"procedure": "9.999999"},
        {"personal_id": HAN, "full_name": "Đỗ Thị Bà"},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    old: Actor, young: Actor, changes: dict[str, str]
) -> None:
    answer = signed_in(old).post(f"{PLACE}/them", sent(**changes))

    assert answer.status_code in (404, 422)
    assert not Representation.objects.exists()
    assert sent(**changes)["full_name"] in answer.content.decode()


def test_nobody_takes_a_leave_that_is_not_theirs(old: Actor, young: Actor, town: Town) -> None:
    code = leave(old, young)
    stranger = signed_in(town.stranger)

    for verb in ("nhan", "lam-thay", "cham-dut", "xoa"):
        assert stranger.post(f"{PLACE}/{code}/{verb}").status_code == 404
    assert stranger.post(f"{PLACE}/them", sent()).status_code in (403, 422)


def test_the_same_form_twice_is_one_leave(old: Actor, young: Actor) -> None:
    form = sent()

    for _ in range(2):
        assert signed_in(old).post(f"{PLACE}/them", form).status_code == 303

    assert Representation.objects.count() == 1


def test_the_page_shows_both_sides(old: Actor, young: Actor) -> None:
    leave(old, young)

    assert "Đỗ Văn Cháu" in page(signed_in(old), PLACE)
    assert "Đỗ Thị Bà" in page(signed_in(young), PLACE)
    assert hidden(signed_in(old).get(PLACE))["key"]


def test_a_leave_for_one_dossier_reads_no_notices_of_others_and_marks_none_read(
    old: Actor, young: Actor, town: Town
) -> None:
    mine, other = (signed_in(old).submitted(town) for _ in range(2))
    for code in (mine, other):
        Notice.objects.create(
            account_id=old.account_id, event_id=Notice.objects.count() + 9_000,
            kind="DossierReceived", dossier_code=code, at=clock.now(),
        )  # fmt: skip
    browser = acting(old, young, dossier=mine)

    shown = page(browser, "/thong-bao")
    browser.post("/thong-bao")

    assert mine in shown
    assert other not in shown
    assert not Notice.objects.filter(read_at__isnull=False).exists()
