# SPDX-License-Identifier: Apache-2.0
"""Every event is heard or said to be unheard; every path of the wiring leads somewhere."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name

import motcua
from motcua.config import wiring
from motcua.kit import relay
from motcua.kit.events import Event

SOURCE = Path(motcua.__file__).parent
NO_EVENT_OF_ITS_OWN = frozenset({"DossierEvent", "RepresentationEvent", "SigningEvent"})


def events() -> set[str]:
    for path in SOURCE.glob("domains/*/events.py"):
        import_module(f"motcua.domains.{path.parent.name}.events")
    return {one.__name__ for one in _below(Event) if one.__module__.startswith("motcua.")}


def _below(kind: type) -> list[type]:
    return [found for one in kind.__subclasses__() for found in (one, *_below(one))]


def test_every_event_is_heard_or_listed_as_unheard() -> None:
    known = set(wiring.HANDLERS) | wiring.UNHEARD

    assert events() - NO_EVENT_OF_ITS_OWN == known


def test_every_path_of_the_table_leads_to_a_function() -> None:
    wired = relay.wired(wiring.HANDLERS, wiring.FOLDERS)
    steps = [resolve_name(path) for _, path in (*wiring.SETUP, *wiring.DEMO_SETUP)]

    assert callable(resolve_name(wiring.ANSWERING_UNITS))
    assert all(callable(one) for handlers in wired.handlers.values() for one in handlers)
    assert all(callable(one) for one in (*wired.folders, *steps))
