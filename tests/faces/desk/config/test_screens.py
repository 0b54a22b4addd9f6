# SPDX-License-Identifier: Apache-2.0
"""The configurator's screens as a browser sees them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from motcua.domains.units import queries as units
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town
from tests.faces.desk.conftest import Desks
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


def pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """Every screen, with something in it, and a refused form."""
    unit = units.agency(town.competent_id)
    client = desk_of(official("Tuấn", (unit.code, Role.CONFIGURATOR)))
    client.cookies["language"] = language
    names = f"/desk/config/names?unit={unit.id}"
    addresses = ("/desk/config/days", names, f"/desk/config/procedures?code={CODE}")
    shown = {address: client.get(address).content for address in addresses}
    faulty = {"key": "6f1f6a8e-55d4-4f0e-9d0a-1c8f6b6a3a10", "kind": "plain", "unit": "", "on": ""}
    return {**shown, "/refused": client.post("/desk/config/days", faulty).content}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_accessible_and_fits_a_telephone(
    town: Town, desk_of: Desks, language: str
) -> None:
    assert faults_of(pages(town, desk_of, language)) == []
