# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.dossiers.queries.answering import answering_units
from motcua.domains.units import queries as units
from tests.domains.dossiers.conftest import Town


def test_the_units_that_receive_decide_and_return_answer_for_a_dossier(town: Town) -> None:
    elsewhere = next(one.id for one in units.one_stops() if one.id != town.centre_id)
    code = town.submitted(return_unit_id=elsewhere, support_unit_id=town.other_ids[0])

    assert answering_units(code) == {town.centre_id, town.competent_id, elsewhere}
    assert answering_units("H05.1.1-260601-9999") == frozenset()
