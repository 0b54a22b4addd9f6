# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize(
    "address", ["/so/A%00B", "/hen/ma/A%00", "/ho-tro/%00", "/desk/petitions/%00", "/%00"]
)
@pytest.mark.django_db
def test_a_zero_byte_leads_to_a_page_that_says_so(address: str) -> None:
    answer = Client().get(address)

    assert answer.status_code == 404
    assert '<html lang="vi">' in answer.content.decode()
