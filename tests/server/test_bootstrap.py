# SPDX-License-Identifier: Apache-2.0
"""A fresh machine is told in one sentence what it lacks, before anything is downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT

pytestmark = pytest.mark.server


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a fresh checkout, as far as the bootstrap looks at it."""
    fresh = tmp_path / "motcua"
    for name in ("scripts", "requirements"):
        shutil.copytree(CHECKOUT / name, fresh / name)
    shutil.copy(CHECKOUT / "pyproject.toml", fresh)
    (fresh / "src").mkdir()
    return fresh


def a_program(folder: Path, name: str, script: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def bootstrap(checkout: Path, programs: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the bootstrap on a machine that has `programs` before its own."""
    environ = {"PATH": f"{programs}:{os.environ['PATH']}", "LANG": "C.UTF-8"} | more
    return subprocess.run(
        ["sh", "scripts/bootstrap", "run"],
        cwd=checkout,
        env=environ,
        capture_output=True,
        text=True,
    )


def test_an_old_python_is_refused(checkout: Path, tmp_path: Path) -> None:
    a_program(tmp_path / "bin", "python3", "exit 1")

    done = bootstrap(checkout, tmp_path / "bin")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Python 3.11 or later is needed: install the package python3.\n"


def test_a_vietnamese_terminal_is_told_in_vietnamese(checkout: Path, tmp_path: Path) -> None:
    a_program(tmp_path / "bin", "python3", "exit 1")

    done = bootstrap(checkout, tmp_path / "bin", LANG="vi_VN.UTF-8")

    assert done.stderr == "Cần Python 3.11 trở lên: hãy cài gói python3.\n"


def test_a_user_without_the_venv_module_is_told_whom_to_ask(checkout: Path, tmp_path: Path) -> None:
    real = shutil.which("python3")
    a_program(tmp_path / "bin", "python3", f'case "$*" in *ensurepip*) exit 1;; esac; {real} "$@"')
    a_program(tmp_path / "bin", "id", "echo 1000")

    done = bootstrap(checkout, tmp_path / "bin")

    assert (done.returncode, done.stdout) == (1, "")
    assert "apt-get install python3-venv" in done.stderr and done.stderr.count("\n") == 1


def test_root_installs_the_venv_module_and_says_when_it_cannot(
    checkout: Path, tmp_path: Path
) -> None:
    real = shutil.which("python3")
    a_program(tmp_path / "bin", "python3", f'case "$*" in *ensurepip*) exit 1;; esac; {real} "$@"')
    a_program(tmp_path / "bin", "id", "echo 0")
    a_program(tmp_path / "bin", "apt-get", 'echo "$@" >> ../asked; echo locked; exit 100')

    done = bootstrap(checkout, tmp_path / "bin")

    assert done.returncode == 1
    assert (tmp_path / "asked").read_text().startswith("update")
    assert "python3-venv could not be installed: locked\n" in done.stderr


def test_packages_that_cannot_be_fetched_are_told_of(checkout: Path, tmp_path: Path) -> None:
    (checkout / "requirements" / "run.lock").write_text(
        "nowhere==1.0 --hash=sha256:" + "0" * 64 + "\n"
    )
    offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}

    done = bootstrap(checkout, tmp_path / "none", **offline)

    assert done.returncode == 1
    assert done.stderr.endswith("The packages could not be downloaded; see .venv/bootstrap.log.\n")
    assert "nowhere==1.0" in (checkout / ".venv" / "bootstrap.log").read_text()


def test_an_environment_that_is_up_to_date_is_left_alone() -> None:
    command = ["sh", "-x", "scripts/bootstrap", "run"]
    subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True)

    again = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)

    assert (again.returncode, again.stdout) == (0, "")
    assert "-m pip" not in again.stderr and "messages.py" not in again.stderr
