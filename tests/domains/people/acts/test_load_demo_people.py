# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domains.people.acts.load_demo_people import load_demo_people
from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.people.models import Account, Holding
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit import datafiles
from tests.domains.people.conftest import NOW, OFFICE

DAY = date(2026, 11, 20)


@pytest.fixture
def loaded(db: None) -> int:
    load_reference(at=NOW)
    return load_demo_people(at=NOW)


def rows(name: str) -> list[dict[str, str]]:
    with (datafiles.root() / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_official_of_the_file_holds_the_post_it_names(loaded: int) -> None:
    officials = rows("demo/officials.csv")
    citizens = rows("demo/citizens.csv")

    names = {row["sign_in"] for row in officials}
    assert loaded == len(names) + len(citizens)
    held = Holding.objects.on(DAY).values_list("account__sign_in_name", "unit__key", "role")
    assert set(held) == {(row["sign_in"], row["unit_id"], row["role"]) for row in officials}
    assert set(Account.objects.values_list("source", flat=True)) == {"synthetic"}


def test_the_demonstration_password_opens(loaded: int) -> None:
    name = rows("demo/officials.csv")[0]["sign_in"]
    password = datafiles.read_yaml("demo/demo.yaml")["password"]

    assert sign_in(name=name, password=password, origin=OFFICE, at=NOW).actor.posts


def test_loading_again_adds_nothing_and_costs_little(loaded: int) -> None:
    with CaptureQueriesContext(connection) as statements:
        assert load_demo_people(at=NOW) == 0

    assert len(statements) < 12


def test_one_hash_serves_all_officials(loaded: int) -> None:
    officials = Account.objects.filter(kind="official")

    assert officials.values("password").distinct().count() == 1
