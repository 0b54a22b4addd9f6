# SPDX-License-Identifier: Apache-2.0
"""Every page of the desk and the API that shows a dossier leaves exactly one line in the ledger.

All routes are walked; one that shows nobody's data is named here, so that a new page must be
either logged or admitted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from motcua.kit.access import Role
from motcua.kit.models import DataUse
from tests.domains.conftest import reference_rows  # noqa: F401
from tests.domains.dossiers.conftest import Town, published, small_data, town  # noqa: F401
from tests.faces.desk.conftest import desk_of, empty_memory  # noqa: F401

NOBODY = frozenset(
    {
        "absence", "alarm", "batches", "business", "citizens", "display", "paper_consent",
        "queue", "reception", "take_in", "time_report", "unit_people",
    }
)  # fmt: skip
"""Pages without personal data of citizens: forms to fill in, figures, posts of officials."""
NEEDS_MORE = frozenset({"UUID", "int"})


def routes(
    patterns: list[URLPattern | URLResolver], prefix: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif route.startswith("desk/") and pattern.name:
            yield pattern.name, route, pattern


def address(route: str, pattern: URLPattern, code: str) -> str | None:
    """Return where a page of this dossier is; None when a route asks for something else."""
    path = "/" + route
    for part in path.split("<")[1:]:
        kind, _, _ = part.partition(":")
        if kind != "dossier_code":
            return None
        path = path.replace(f"<{part.partition('>')[0]}>", code)
    return path


def text_of(answer: Any) -> str:
    if answer.streaming:
        return ""
    return str(answer.content.decode("utf-8", "replace"))


@pytest.mark.django_db
def test_every_page_that_shows_a_dossier_is_one_line(
    town: Town, desk_of: Any  # noqa: F811
) -> None:  # fmt: skip
    code = town.appraised(at=datetime.now(UTC))
    readers = {
        role: desk_of(actor)
        for role, actor in (
            (Role.COUNTER, town.counter), (Role.SPECIALIST, town.specialist),
            (Role.LEADER, town.leader),
        )
    }  # fmt: skip
    wrong = []
    for name, route, pattern in routes(get_resolver().url_patterns):
        path = address(route, pattern, code)
        if path is None or name in NOBODY:
            continue
        wrong += [f"{name}: {fault}" for fault in faults(readers.values(), path, code)]

    assert wrong == []


def faults(readers: Any, path: str, code: str) -> Iterator[str]:
    """Yield what is wrong with the lines that a page leaves."""
    for reader in readers:
        before = DataUse.objects.count()
        answer = reader.get(path)
        lines = list(DataUse.objects.order_by("id")[before:])
        shows = code in text_of(answer)
        if answer.status_code == 200 and (shows or lines):
            if len(lines) != 1:
                yield f"{len(lines)} lines"
            elif not lines[0].purpose or (shows and code not in lines[0].subjects):
                yield f"a line that tells nothing: {lines[0].purpose} {lines[0].subjects}"


def test_a_page_that_forgets_the_ledger_is_found(client: Client, db: None) -> None:
    class Careless:
        def get(self, path: str) -> Any:
            answer = client.get("/tra-cuu?ma=H05.1-260703-0001")
            assert answer.status_code == 200
            return answer

    assert settings.ROOT_URLCONF
    assert list(faults([Careless()], "/", "H05.1-260703-0001")) == ["0 lines"]
