# SPDX-License-Identifier: Apache-2.0
"""What forms ask of the reference registers."""

from __future__ import annotations

import pytest

from motcua.domains.dossiers.lookups import ReferenceLookups

pytestmark = pytest.mark.django_db


def test_communes_are_those_of_the_list_and_lie_in_one_province(reference: None) -> None:
    ask = ReferenceLookups()

    assert ask.commune("09187")
    assert not ask.commune("99999")
    assert ask.lies_in("09187", "24")
    assert not ask.lies_in("09187", "01")
    assert not ask.lies_in("99999", "24")
