# SPDX-License-Identifier: Apache-2.0
"""The walls of the house stand: floors, storeys, closed rooms; and a breach is noticed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

from tests.house.sources import CHECKOUT

PRIVATE = {"models", "handlers", "jobs", "admin"}
ROOMS = (
    "config", "faces.desk", "faces.portal", "faces.design", "partners.vneid", "partners.treasury",
    "domains.dossiers.queries", "domains.dossiers.acts", "domains.dossiers.models",
    "domains.people.models", "domains.people.acts", "kit", "rules",
)  # fmt: skip


def intrusions(graph: grimp.ImportGraph) -> Iterator[tuple[str, str]]:
    """Yield (who, what) for every import of a domain's private module from outside of it.

    `config` may name them, since the table of wiring stands there.
    """
    for module in sorted(graph.modules):
        parts = module.split(".")
        if len(parts) < 4 or parts[1] != "domains" or parts[3] not in PRIVATE:
            continue
        home = ".".join(parts[:3])
        for importer in graph.find_modules_that_directly_import(module):
            inside = importer == home or importer.startswith(f"{home}.")
            if not inside and importer.split(".")[1] != "config":
                yield importer, module


def a_house(root: Path, files: dict[str, str]) -> Path:
    """Build a small sound house called motcua, with `files` (dotted name: text) planted in it."""
    package = root / "motcua"
    for room in ROOMS:
        (package / room.replace(".", "/")).mkdir(parents=True)
    for name, text in files.items():
        path = package / (name.replace(".", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for folder in (package, *(path for path in package.rglob("*") if path.is_dir())):
        (folder / "__init__.py").touch()
    shutil.copy(CHECKOUT / ".importlinter", root)
    return root


def contracts_of(root: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of a house that stands in `root`."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )


def graph_of(root: Path, monkeypatch: pytest.MonkeyPatch) -> grimp.ImportGraph:
    monkeypatch.syspath_prepend(root)
    (root / "motcua").rename(root / "planted")
    return grimp.build_graph("planted", cache_dir=None)


def test_all_contracts_are_kept() -> None:
    checked = contracts_of(CHECKOUT)

    assert checked.returncode == 0, checked.stdout


def test_the_tables_of_a_domain_are_its_own() -> None:
    graph = grimp.build_graph("motcua", cache_dir=None)

    assert list(intrusions(graph)) == []


def test_a_sound_house_passes(tmp_path: Path) -> None:
    checked = contracts_of(a_house(tmp_path, {}))

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("file", "text", "contract"),
    [
        ("rules.fees", "import motcua.kit", "The floors of the house BROKEN"),
        ("domains.dossiers.acts.submit", "import motcua.faces.desk", "The floors of the house BRO"),
        ("attic.box", "", "attic"),
        ("rules.fees", "import django", "Rules know no framework, no database, no clock BROKEN"),
        ("domains.people.acts.x", "import motcua.domains.dossiers.queries", "storeys of the"),
        ("domains.cellar.acts", "", "cellar"),
        ("faces.desk.x", "import motcua.domains.people.models", "Faces read through queries"),
        ("partners.vneid.x", "import motcua.domains.people.models", "Faces read through queries"),
        ("faces.desk.x", "import motcua.faces.portal", "Faces do not know one another"),
        ("faces.design.x", "import motcua.faces.portal", "Faces do not know one another"),
        ("partners.vneid.x", "import motcua.partners.treasury", "Partners do not know one"),
        ("domains.dossiers.queries.x", "import motcua.domains.dossiers.acts", "Inside a domain"),
    ],
)
def test_a_breach_of_a_wall_is_noticed(tmp_path: Path, file: str, text: str, contract: str) -> None:
    house = a_house(tmp_path, {file: text})

    checked = contracts_of(house)

    assert checked.returncode != 0
    assert contract in checked.stdout


def test_an_intrusion_into_tables_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = {"domains.dossiers.acts.submit": "import planted.domains.people.models"}

    graph = graph_of(a_house(tmp_path, planted), monkeypatch)

    assert list(intrusions(graph)) == [
        ("planted.domains.dossiers.acts.submit", "planted.domains.people.models")
    ]
