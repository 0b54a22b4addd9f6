# SPDX-License-Identifier: Apache-2.0
"""The portal's browser, with two communes and their people behind it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.support.acts.load_known_answers import load_known_answers
from motcua.kit import clock
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.support.conftest import Place, place  # noqa: F401
from tests.faces.portal.conftest import Browser, empty_memory, files_apart, hidden  # noqa: F401


@pytest.fixture
def guest(place: Place) -> Browser:  # noqa: F811
    """A browser nobody has signed in with, and the known answers laid out."""
    load_known_answers(at=clock.now())
    return Browser(raise_request_exception=False)


def file(browser: Browser, place: Place, **changes: Any) -> Any:  # noqa: F811
    """File a petition as the form does."""
    sent = {
        "key": str(uuid4()), "kind": "scene", "unit": str(place.unit_id),
        "words": "Đèn đường hỏng ở tổ 3.", **changes,
    }  # fmt: skip
    return browser.post("/phan-anh/gui", sent)
