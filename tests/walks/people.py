# SPDX-License-Identifier: Apache-2.0
"""The people of the demonstration and what they do on their pages."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from motcua.kit import datafiles
from tests import files
from tests.walks.browser import Person

DEMO = datafiles.read_yaml(datafiles.root() / "demo" / "demo.yaml")
KINH_BAC, VO_CUONG = "09187", "09190"
CONFLICT = 409
CODE = re.compile(r"H05\.[0-9.]+-\d{6}-\d{4}")
PDF = ("paper.pdf", files.PDF, "application/pdf")
PATIENCE = 20.0


@dataclass
class Town:
    """Everybody at one address; officials stay signed in."""

    address: str
    signed_in: dict[str, Person] = field(default_factory=dict)

    def official(self, name: str, language: str = "vi") -> Person:
        """An official at the desk."""
        if name not in self.signed_in:
            person = Person(self.address, language)
            person.open("/vao/can-bo")
            person.send("/vao/can-bo", name=name, password=DEMO["password"])
            person.open("/desk/")
            assert person.page.path == "/desk/", person.page.path
            self.signed_in[name] = person
        return self.signed_in[name]

    def act(self, name: str, code: str, verb: str, **answers: Any) -> Person:
        """An official opens the dossier and uses one of its forms."""
        person = self.official(name)
        person.open(f"/desk/{code}")
        person.send_values(f"/{code}/{verb}", answers)
        assert person.page.status == 200, (verb, person.page.status, person.page.text[-1500:])
        return person

    def citizen(self, personal_id: str, language: str = "vi") -> Person:
        """A citizen signed in through the VNeID stand-in."""
        person = Person(self.address, language)
        person.open("/vao/cong-dan")
        person.send("/vneid")
        person.send_values(
            "",
            {"personal_id": personal_id, "passcode": DEMO["vneid_passcode"], "action": "confirm"},
        )
        assert person.page.status == 200
        return person


def until(condition: Callable[[], bool]) -> None:
    """Wait for worker and relay; they are other processes."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.2)


def answers_of(procedure: str) -> dict[str, Any]:
    """The demonstration's answers as a form posts them."""
    return dict(_flat(_demo(procedure)["answers"], ""))


def papers_of(procedure: str) -> list[str]:
    """The papers those answers make necessary."""
    return list(_demo(procedure).get("papers", ()))


def _demo(procedure: str) -> dict[str, Any]:
    [path] = (datafiles.root() / "demo" / "answers").rglob(f"{procedure}.yaml")
    return dict(datafiles.read_yaml(path))


def _flat(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for part, below in value.items():
            yield from _flat(below, f"{name}.{part}" if name else str(part))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, row in enumerate(value):
            yield from _flat(row, f"{name}.{number}")
    else:
        yield name, value


def submitted_online(person: Person, procedure: str, unit: str, **changes: Any) -> str:
    """Fill in all pages of a procedure's form, attach what is needed, hand in; the code."""
    filled_online(person, procedure, unit, **changes)
    person.send_values("/nop/gui", {})
    return CODE.search(person.page.text)[0]


def filled_online(person: Person, procedure: str, unit: str, **changes: Any) -> None:
    """Fill in all pages up to the last check."""
    answers = {**answers_of(procedure), **changes}
    person.open(f"/nop/{procedure}")
    choices = person.page.form(f"/nop/{procedure}")
    unit_id = choices.labelled(unit) if choices.labels else None
    person.send(f"/nop/{procedure}", **({"unit": unit_id} if unit_id else {}))
    while "/nop/ho-so/" in person.page.path:
        before = person.page.path
        person.send_values(before, answers)
        assert person.page.path != before, (person.page.status, _faults(person))
    if person.page.path == "/nop/giay-to":
        files = {f"paper.{code}": PDF for code in papers_of(procedure)}
        person.send_values("/nop/giay-to", {"action": "continue"}, files)
    assert person.page.path == "/nop/xem-lai", (person.page.path, _faults(person))


def taken_in(officer: Person, procedure: str, unit: str | None = None) -> str:
    """Receive a procedure on behalf of somebody at the counter; the code.

    The people of the walks come again: the officer is told of their open dossier and goes on.
    """
    address = f"/desk/reception/{procedure}"
    officer.open(address)
    form = officer.page.form(address)
    shown = {f"paper:{code}": True for code in papers_of(procedure)}
    place = {"at:unit": form.labelled(unit)} if unit else {}
    given = {**answers_of(procedure), **shown, **place}
    officer.send_values(address, given)
    if officer.page.status == CONFLICT:
        officer.send_values(address, {**given, "at:anyway": True})
    assert officer.page.path != address, (officer.page.status, _faults(officer))
    return CODE.search(officer.page.path)[0]


def _faults(person: Person) -> list[str]:
    return re.findall(r'class="error[^>]*>(?:<[^>]+>)*([^<]{3,200})', person.page.text)


def status_of(system: Any, code: str) -> int:
    """The status in the database."""
    with system.database() as connection:
        asked = "SELECT status FROM dossiers_dossier WHERE code = %s"
        return int(connection.execute(asked, [code]).fetchone()[0])


def has_result(system: Any, code: str) -> bool:
    """Whether the worker has made the result paper."""
    with system.database() as connection:
        asked = "SELECT result_paper_id IS NOT NULL FROM dossiers_dossier WHERE code = %s"
        return bool(connection.execute(asked, [code]).fetchone()[0])
