# SPDX-License-Identifier: Apache-2.0
"""A dossier has the time limit of the channel it came by, wherever the limit is counted or said.

The national record of 1.003867 gives 20 working days online, 30 at the counter and by post.
"""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml
from pytest_django import DjangoDbBlocker

from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.models.dossier import Channel
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.timing import stays
from motcua.domains.dossiers.queries.verdicts import verdict_on
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.filling import filled
from motcua.domains.dossiers.slips.occasion import occasions
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, Role
from motcua.rules.forms.samples import sample
from tests.builders import by, official, vn
from tests.domains.dossiers.conftest import (
    DATA,
    FILES,
    HANDED_AT,
    RECEIVED_AT,
    SUBMITTED_AT,
    Town,
    row,
)
from tests.domains.dossiers.filing import publish_with_files

CODE = "1.003867"
ON = SUBMITTED_AT.date()
AFTER_20_DAYS, AFTER_30_DAYS = vn("2026-07-31 10:00"), vn("2026-08-14 10:00")
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def published(
    reference_rows: None,
    small_data: Path,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """The trial permit, and the real procedure beside it."""
    data = tmp_path_factory.mktemp("channels") / "data"
    shutil.copytree(small_data, data)
    lines = (DATA / "catalogue" / "procedures.jsonl").read_text("utf-8").splitlines()
    [real] = [line for line in lines if json.loads(line)["code"] == CODE]
    with (data / "catalogue" / "procedures.jsonl").open("a", encoding="utf-8") as catalogue:
        catalogue.write(real + "\n")
    with django_db_blocker.unblock():
        load_catalogue(at=vn("2026-01-05 08:00"), data=data)


def staff(role: Role) -> Actor:
    """Somebody of the department that decides the procedure, or of its one-stop centre."""
    [competent] = procedures.competent_units(CODE)
    where = competent
    if role is Role.COUNTER:
        where = units.agency(competent.one_stop_id or competent.id)
    return official(role.value, (where.code, role))


def received(town: Town, channel: Channel, at: datetime = RECEIVED_AT) -> str:
    """The code of a dossier of the real procedure, accepted at the counter."""
    version = procedures.current(CODE, ON)
    values = sample(version.form, {}, on=ON, lookups=ReferenceLookups())
    assert values is not None
    [competent] = procedures.competent_units(CODE)
    application = town.application(
        version_id=version.id, channel=channel, answers=values, competent_unit_id=competent.id,
        presented=tuple(kind.code for kind in version.papers if kind.is_required(values)),
    )  # fmt: skip
    counter = staff(Role.COUNTER)
    submitter = town.citizen if channel is Channel.ONLINE else counter
    code = submit(by=by(submitter, SUBMITTED_AT), application=application).code
    receive(by=by(counter, at), code=code)
    return code


def facts_of(code: str, kind: SlipKind) -> dict[str, str]:
    """The lines of a slip by their label."""
    values = filled(next(occasions(code, [kind])))
    blocks = [block for block in values["blocks"] if "rows" in block]
    return {row[0]: row[1] for block in blocks for row in block["rows"] if len(row) == 3}


@pytest.mark.parametrize(
    ("channel", "due_at"),
    [
        (Channel.ONLINE, AFTER_20_DAYS),
        (Channel.COUNTER, AFTER_30_DAYS),
        (Channel.POST, AFTER_30_DAYS),
    ],
)
def test_the_channel_s_own_limit_is_both_law_and_promise(
    town: Town, channel: Channel, due_at: datetime
) -> None:
    code = received(town, channel)

    held = row(code)

    assert (held.legal_due_at, held.due_at, held.queue_due_at) == (due_at, due_at, due_at)
    assert verdict_on(code, date(2026, 7, 6)).legal_due_at == due_at
    assert [found for _, found in verification.differences()] == [[]]


def test_the_receipt_says_the_channel_s_limit_and_its_moment(town: Town) -> None:
    online, counter = received(town, Channel.ONLINE), received(town, Channel.COUNTER)

    slips = [facts_of(code, SlipKind.RECEIPT) for code in (online, counter)]

    assert [slip["Thời hạn giải quyết theo quy định"] for slip in slips] == [
        "20 ngày làm việc",
        "30 ngày làm việc",
    ]
    assert [slip["Thời gian trả kết quả"] for slip in slips] == [
        "10 giờ 00 phút, ngày 31 tháng 7 năm 2026",
        "10 giờ 00 phút, ngày 14 tháng 8 năm 2026",
    ]
    assert all("Thời hạn giải quyết cam kết" not in slip for slip in slips)


def test_the_apology_names_the_channel_s_moment_as_the_one_before(town: Town) -> None:
    code = received(town, Channel.ONLINE)
    extend(
        by=by(staff(Role.LEADER), vn("2026-07-06 09:00")), code=code, to=vn("2026-08-05 16:00"),
        reason="Phải xác minh thực địa",
    )  # fmt: skip

    slip = facts_of(code, SlipKind.EXTENSION)

    assert slip["Thời gian hẹn trả kết quả"] == "10 giờ 00 phút, ngày 31 tháng 7 năm 2026"
    assert (row(code).legal_due_at, row(code).due_at) == (AFTER_20_DAYS, vn("2026-08-05 16:00"))
    assert [found for _, found in verification.differences()] == [[]]


def test_the_steps_take_their_share_of_the_channel_s_limit(town: Town) -> None:
    plans = [
        {stay.step: stay.planned for stay in stays([received(town, channel)], AFTER_30_DAYS)}
        for channel in (Channel.ONLINE, Channel.COUNTER)
    ]

    [(step, usual)] = plans[1].items()
    assert usual and plans[0] == {step: usual * 20 // 30}


def test_the_steps_fit_the_limit_of_every_channel(town: Town) -> None:
    version = procedures.current(CODE, ON)
    [competent] = procedures.competent_units(CODE)
    known = procedures.unit_steps(competent.id, CODE, ON)

    planned = {
        channel: sum(
            procedures.timed(step, competent.id, version, channel=channel, on=ON).minutes or 0
            for step in known.steps
        )
        for channel in Channel
    }

    assert planned[Channel.COUNTER] == planned[Channel.POST] == sum(known.minutes.values())
    assert planned[Channel.COUNTER] <= known.most_minutes == 30 * 480
    assert planned[Channel.ONLINE] <= 20 * 480


def test_a_dossier_from_before_keeps_its_due_date_through_later_acts(town: Town) -> None:
    code = permit_with(town, "by_channel", vn("2026-07-01 08:00"))
    due_at = row(code).due_at

    newer = permit_with(town, "legal_by_channel", vn("2026-07-02 08:00"))
    town.advance(town.counter, code, "hand_over", HANDED_AT)

    assert due_at == row(code).due_at == vn("2026-07-17 10:00")
    assert (row(newer).legal_due_at, row(newer).due_at) == (vn("2026-07-09 10:00"),) * 2
    receipt = facts_of(code, SlipKind.RECEIPT)
    assert receipt["Thời hạn giải quyết theo quy định"] == "10 ngày làm việc"
    assert [found for _, found in verification.differences()] == [[]]


def permit_with(town: Town, name: str, at: datetime) -> str:
    """The code of an online dossier of the trial permit, its limits by channel so named."""
    config = yaml.safe_load((FILES / "permit.yaml").read_text("utf-8"))
    config["limit"] = {"legal": "10wd", "committed": "10wd", name: {"online": "4wd"}}
    publish_with_files(town, config, at)
    return town.received()
