# SPDX-License-Identifier: Apache-2.0
"""Tables refer downwards only, by name, and the migrations of an application form one line."""

from __future__ import annotations

import ast
import configparser
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.migrations import Migration
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import Field, Model

from tests.house.sources import CHECKOUT, PACKAGE

REFERENCES = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def storeys(text: str) -> dict[str, int]:
    """Return the height of each domain, as the contract of the storeys states it."""
    contracts = configparser.ConfigParser()
    contracts.read_string(text)
    lines = contracts["importlinter:contract:storeys"]["layers"].split("\n")
    rows = [line.replace("(", "").replace(")", "").split("|") for line in lines if line.strip()]
    return {name.strip(): -row for row, names in enumerate(rows) for name in names}


STOREYS = storeys((CHECKOUT / ".importlinter").read_text("utf-8"))


def domain_of(model: type[Model]) -> str | None:
    parts = model.__module__.split(".")
    return parts[2] if parts[:2] == ["motcua", "domains"] else None


def domain_at(path: Path) -> str:
    """Return the dotted name of the domain a file stands in."""
    return "motcua.domains." + path.relative_to(PACKAGE / "domains").parts[0]


def points_down(holder: str | None, target: str | None) -> bool:
    """Return whether a table of one domain may refer to a table of another (None: the kit)."""
    if holder == target or target is None:
        return True
    return holder is not None and STOREYS[holder] > STOREYS[target]


def references() -> Iterator[Field[object, object]]:
    for model in apps.get_models():
        if model.__module__.startswith("motcua."):
            fields = model._meta.get_fields()
            yield from (field for field in fields if field.concrete and field.remote_field)


def referred_by_class(text: str, domain: str) -> Iterator[str]:
    """Yield the classes of elsewhere that a models file of `domain` refers to without a string."""
    tree = ast.parse(text)
    known = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(f"{domain}."):
            known |= {alias.name for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in REFERENCES:
            stated = [*node.args, *(word.value for word in node.keywords if word.arg == "to")]
            if isinstance(stated[0], ast.Name) and stated[0].id not in known:
                yield stated[0].id


def ours() -> set[str]:
    return {each.label for each in apps.get_app_configs() if each.name.startswith("motcua.")}


def forks(loader: MigrationLoader, label: str) -> list[str]:
    """Return the names at which the line of migrations of an application splits."""
    nodes = [node for node in loader.graph.node_map.values() if node.key[0] == label]
    split = [
        node.key[1]
        for node in nodes
        if len([child for child in node.children if child.key[0] == label]) > 1
    ]
    return sorted(split)


def test_references_point_down() -> None:
    upward = [
        f"{field.model.__name__}.{field.name}"
        for field in references()
        if not points_down(domain_of(field.model), domain_of(field.related_model))
    ]

    assert upward == []


def test_references_to_other_domains_are_strings() -> None:
    files = [*PACKAGE.glob("domains/*/models.py"), *PACKAGE.glob("domains/*/models/*.py")]

    found = {
        path: names
        for path in files
        if (names := list(referred_by_class(path.read_text("utf-8"), domain_at(path))))
    }

    assert files and found == {}


def test_no_table_refers_to_an_outside_one() -> None:
    outside = [field.name for field in references() if field.related_model is ContentType]

    assert outside == []


def test_the_migrations_of_an_application_form_one_line() -> None:
    loader = MigrationLoader(None)

    assert {label: forks(loader, label) for label in ours()} == {label: [] for label in ours()}


def test_no_migration_is_missing() -> None:
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))

    changes = detector.changes(graph=loader.graph)

    assert {label: found for label, found in changes.items() if label in ours()} == {}


@pytest.mark.parametrize(
    ("holder", "target", "allowed"),
    [
        ("dossiers", "procedures", True),
        ("procedures", "dossiers", False),
        ("vault", "notices", False),
        ("people", None, True),
        (None, "people", False),
    ],
)
def test_an_upward_reference_is_found(holder: str, target: str, allowed: bool) -> None:
    assert points_down(holder, target) is allowed


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("from motcua.domains.units.models import Unit\n", ["Unit"]),
        ("from motcua.domains.people.models.unit import Unit\n", []),
        ("class Unit(Model): pass\n", []),
    ],
)
def test_a_reference_by_class_is_found(before: str, found: list[str]) -> None:
    planted = before + "class A(Model):\n    unit = models.ForeignKey(Unit, CASCADE)\n"

    assert list(referred_by_class(planted, "motcua.domains.people")) == found


def test_a_fork_is_found() -> None:
    loader = MigrationLoader(None)
    label = "units"
    first = min(key for key in loader.graph.node_map if key[0] == label)

    for name in ("planted_one", "planted_two"):
        loader.graph.add_node((label, name), Migration(name, label))
        loader.graph.add_dependency(None, (label, name), first)

    assert first[1] in forks(loader, label)
