# SPDX-License-Identifier: Apache-2.0
"""Every table, act and event of the domains stands in the glossary."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

import motcua
from motcua.kit.events import Event

SOURCE = Path(motcua.__file__).parent
DOMAINS = sorted(path.parent.name for path in SOURCE.glob("domains/*/__init__.py"))
GLOSSARY = (SOURCE.parents[1] / "docs" / "glossary.md").read_text("utf-8")
WORDS = frozenset(re.findall(r"`([A-Za-z_][\w.]*)`", GLOSSARY))


def tables() -> list[str]:
    ours = [app for app in apps.get_app_configs() if app.name.startswith("motcua.")]
    return [model.__name__ for app in ours for model in app.get_models()]


def acts() -> list[str]:
    paths = SOURCE.glob("domains/*/acts/*.py")
    loading = ("__init__", "load_demo_people", "load_reference")
    return [path.stem for path in paths if path.stem not in loading]


def events() -> list[str]:
    modules = [
        import_module(f"motcua.domains.{name}.events")
        for name in DOMAINS
        if (SOURCE / "domains" / name / "events.py").exists()
    ]
    return [
        name
        for module in modules
        for name, thing in inspect.getmembers(module, inspect.isclass)
        if issubclass(thing, Event) and thing.__module__ == module.__name__
        if not thing.__subclasses__()
    ]


@pytest.mark.parametrize("names", [tables, acts, events])
def test_every_name_stands_in_the_glossary(names) -> None:
    found = names()

    assert found
    assert sorted(set(found) - WORDS) == []
