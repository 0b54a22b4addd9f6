# SPDX-License-Identifier: Apache-2.0
"""An agency's names follow one another; each date has its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from motcua.domains.units import queries
from motcua.domains.units.acts.rename_agency import (
    Name,
    NameMissing,
    NameTooEarly,
    rename_agency,
)
from motcua.kit.access import GUEST, Actor, NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
NEW = Name(vi="Sở Tư pháp mới", en="New Department of Justice", decided_by="1/QĐ-UBND")


def rename(actor: Actor, agency_id: int, name: Name = NEW, on: date = date(2026, 11, 20)) -> None:
    rename_agency(actor=actor, at=NOW, key=uuid4(), agency_id=agency_id, name=name, valid_from=on)


def test_a_paper_prints_the_name_valid_on_its_date(loaded: None, configurator: Actor) -> None:
    agency = queries.agency_by_code("BN-STP")

    rename(configurator, agency.id)

    assert queries.agency(agency.id, on=date(2026, 11, 19)).name_vi == agency.name_vi
    assert queries.agency(agency.id, on=date(2026, 11, 20)).name_vi == NEW.vi
    assert AuditEntry.objects.get(chain="agency:BN-STP").payload["before"] == agency.name_vi


def test_a_decomposed_name_is_stored_composed(loaded: None, configurator: Actor) -> None:
    agency = queries.agency_by_code("BN-STP")

    rename(configurator, agency.id, Name(vi="Sở Tư pháp II", en="x"))

    assert queries.agency(agency.id, on=date(2026, 11, 20)).name_vi == "Sở Tư pháp II"


def test_a_name_cannot_begin_before_the_present_one(loaded: None, configurator: Actor) -> None:
    agency = queries.agency_by_code("H05")

    with pytest.raises(NameTooEarly) as refusal:
        rename(configurator, agency.id, on=date(2026, 8, 24))

    assert "24/08/2026" in str(refusal.value)


def test_an_empty_name_is_refused(loaded: None, configurator: Actor) -> None:
    with pytest.raises(NameMissing):
        rename(configurator, queries.agency_by_code("BN-STP").id, Name(vi=" ", en="x"))


def test_only_a_configurator_renames_and_only_what_exists(
    loaded: None, configurator: Actor
) -> None:
    with pytest.raises(NotPermitted):
        rename(GUEST, queries.agency_by_code("BN-STP").id)
    with pytest.raises(NotFound):
        rename(configurator, 10**9)
