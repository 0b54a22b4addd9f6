# SPDX-License-Identifier: Apache-2.0
"""Lock files pin every part by its content, and nothing tells of the machine it was written on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT

LOCKS = ("run.lock", "dev.lock")
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)
HOMES = re.compile(r"(?:/home/|/Users/|/work/)[a-z0-9_.-]+/|/root/\.")


def lock(name: str) -> str:
    return (CHECKOUT / "requirements" / name).read_text("utf-8")


def pins(text: str) -> dict[str, str]:
    return dict(PIN.findall(text))


def unpinned(text: str) -> list[str]:
    """Return the requirements that do not state the hash of what may be installed."""
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    return [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]


def tracked() -> Iterator[Path]:
    command = ["git", "-c", f"safe.directory={CHECKOUT}", "ls-files", "-z"]
    try:
        listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("needs git and a checkout of it")
    return (CHECKOUT / name for name in listed.stdout.split("\0") if name)


def machine_paths(text: str) -> list[str]:
    return HOMES.findall(text)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_carries_no_address(name: str) -> None:
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", lock(name)) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_part_is_pinned_by_its_content(name: str) -> None:
    assert pins(lock(name)) and unpinned(lock(name)) == []


def test_developers_run_what_the_product_runs() -> None:
    run, dev = (pins(lock(name)) for name in LOCKS)

    assert {name: dev.get(name) for name in run} == run


def test_no_tracked_file_tells_of_the_machine_it_was_written_on() -> None:
    found = {}
    for path in tracked():
        try:
            paths = machine_paths(path.read_text("utf-8"))
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        if paths:
            found[str(path.relative_to(CHECKOUT))] = paths

    assert found == {}


def test_every_target_of_the_makefile_is_described() -> None:
    text = (CHECKOUT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z][a-z0-9-]*):", text, re.MULTILINE)

    assert targets and all(re.search(rf"^{name}:.*  ## \S", text, re.MULTILINE) for name in targets)


def test_the_integration_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (CHECKOUT / ".ci" / "run").read_text("utf-8")
    assert "make test" in (CHECKOUT / "README.md").read_text("utf-8")


def test_an_unpinned_part_and_a_machine_path_are_found() -> None:
    planted = "a==1 \\\n    --hash=sha256:0\nb==2\n"
    path = "/" + "home/somebody/motcua"

    assert unpinned(planted) == ["b==2"]
    assert machine_paths(f"see {path}") != [] and machine_paths("see /homework") == []
