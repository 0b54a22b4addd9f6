# SPDX-License-Identifier: Apache-2.0
"""Five thousand rows through the real system, with the worker killed in the middle."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from motcua.kit.env import CHECKOUT
from motcua.kit.processes import wait_until
from tests.server.running import MOTCUA, System, call, environment
from tests.walks.browser import Page, Person
from tests.walks.people import Town

pytestmark = pytest.mark.server
ROWS = 5_000
SEEDING_SECONDS = 900.0
OFFICER = "binhnv102"
PATIENCE = 420.0

EVERY_DESK = """
INSERT INTO people_holding (account_id, unit_id, role, position_vi, position_en, valid_from)
SELECT a.id, d.desk_unit_id, d.desk_role, 'Chuyên viên', 'Specialist', '2025-07-01'
FROM people_account a, (SELECT DISTINCT desk_unit_id, desk_role FROM dossiers_dossier
  WHERE desk_unit_id IS NOT NULL
  UNION SELECT receiving_unit_id, 'counter' FROM dossiers_dossier) d
WHERE a.sign_in_name = %s ON CONFLICT DO NOTHING
"""
ALL = "SELECT code, desk_unit_id IS NOT NULL FROM dossiers_dossier ORDER BY id"
EFFECTS = """
SELECT count(*), count(DISTINCT chain) FROM kit_auditentry
WHERE act = 'assign' AND actor_code = (SELECT code FROM people_account WHERE sign_in_name = %s)
"""


@pytest.fixture(scope="module")
def system(state: Path) -> Iterator[System]:
    started = System(state).start()
    seeded = subprocess.run(
        [*MOTCUA, "seed", "--dossiers", str(ROWS)],
        env=environment(state),
        cwd=CHECKOUT,
        capture_output=True,
        timeout=SEEDING_SECONDS,
    )
    assert seeded.returncode == 0, seeded.stderr
    with started.database() as connected:
        connected.execute(EVERY_DESK, [OFFICER])
    yield started
    if started.process.poll() is None:
        started.stop()


def chosen(system: System) -> dict[str, bool]:
    """All dossiers, and whether each lies before somebody."""
    with system.database() as connected:
        return dict(connected.execute(ALL).fetchall())


def started(officer: Person, codes: Iterable[str]) -> Page:
    """Choose the dossiers, take them oneself, and return the page of the run."""
    officer.open("/desk/")
    officer.send_values("/desk/batches/choose", {"pick": "shown", "shown": " ".join(codes)})
    assert officer.page.status == 200, officer.page.text[-800:]
    [form] = [one for one in officer.page.forms if ("verb", "assign") in one.values]
    address = urljoin(officer.page.url, form.action)
    headers = {"Referer": officer.page.url}
    answer = officer.browser.post(address, data=dict(form.values), headers=headers)
    officer.page = Page(answer)
    assert officer.page.status == 200 and "<progress" in officer.page.text
    return officer.page


def counted(system: System) -> dict[int, int]:
    """How many rows stand in which state."""
    with system.database() as connected:
        rows = connected.execute("SELECT state, count(*) FROM dossiers_batchrow GROUP BY state")
        return dict(rows.fetchall())


def test_a_killed_worker_leaves_each_of_5000_rows_with_one_effect(
    system: System, state: Path
) -> None:
    officer = Town(f"http://localhost:{system.port}").official(OFFICER)
    lying = chosen(system)
    good = sum(lying.values())
    assert len(lying) == ROWS and good > ROWS // 20
    page = started(officer, lying)

    assert wait_until(lambda: counted(system).get(1, 0) > good // 4, seconds=PATIENCE, every=0.1)
    worker = system.find("worker")
    assert worker
    worker.kill()
    assert 0 < counted(system).get(0, 0) < ROWS

    done = wait_until(lambda: not counted(system).get(0), seconds=PATIENCE, every=0.5)
    assert done, (counted(system), system.last_words())
    assert counted(system) == {1: good, 2: ROWS - good}
    with system.database() as connected:
        effects = connected.execute(EFFECTS, [OFFICER]).fetchone()
    assert effects == (good, good)
    assert wait_until(lambda: "data-last" in officer.open(page.path).text, seconds=60, every=1)
    assert "không được phép" in officer.page.text
    verified = call("verify", "--json", state=state)
    assert verified.returncode == 0, verified.stdout[-2000:]
    assert json.loads(verified.stdout)
