# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re

import pytest
from django.test import Client
from openapi_spec_validator import validate

from tests.domains.dossiers.conftest import CODE
from tests.faces.api.conftest import ROOT, System

pytestmark = pytest.mark.django_db


def test_the_interface_is_described_as_openapi_3_1() -> None:
    described = Client().get(f"{ROOT}/openapi.json").json()

    validate(described)
    assert described["openapi"].startswith("3.1")
    for operations in described["paths"].values():
        for operation in operations.values():
            refused = operation["responses"]["422"]["content"]
            assert list(refused) == ["application/problem+json"]
            assert operation["security"] == [{"Token": []}]


def test_the_page_about_it_loads_nothing_from_elsewhere() -> None:
    page = Client().get("/api/")

    text = page.content.decode()
    assert page.status_code == 200
    assert "POST /api/v1/dossiers/{code}/receive" in text
    assert re.findall(r'(?:src|href)="(?:https?:)?//', text) == []


def test_a_procedure_is_found_and_read(office: System) -> None:
    found = office.get("/procedures", {"q": "giay phep"}).json()
    read = office.get(f"/procedures/{CODE}").json()

    assert [line["code"] for line in found["items"]] == [CODE]
    assert read["limit_legal"] == "10wd"
    assert read["limit_on_channel"] == {"counter": "5wd", "online": "5wd", "post": "5wd"}
    assert [page["name"] for page in read["form"]] == ["applicant", "house"]
    assert [paper["code"] for paper in read["papers"]] == ["drawing", "land"]
    assert read["units"]


def test_an_unknown_procedure_is_not_there(office: System) -> None:
    assert office.get("/procedures/9.999999").status_code == 404
