# SPDX-License-Identifier: Apache-2.0
"""A child runs as told, stops when asked or made to, and never outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from motcua.kit.processes import Child, Owner, end_group, spawn, stop, wait_until

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True)"
)


def a_child(tmp_path: Path, code: str, **changes: object) -> Child:
    words = {
        "name": "planted",
        "argv": [sys.executable, "-c", code],
        "environ": {"PATH": os.environ["PATH"], "WORD": "xin chào", "PYTHONUTF8": "1"},
        "log": tmp_path / "planted.log",
    }
    return Child(**(words | changes))  # type: ignore[arg-type]


def test_output_and_errors_go_to_the_log(tmp_path: Path) -> None:
    code = "import os, sys; print(os.environ['WORD']); print('oh', file=sys.stderr)"
    child = a_child(tmp_path, code)

    status = spawn(child).wait()

    assert status == 0
    assert sorted(child.log.read_text("utf-8").splitlines()) == ["oh", "xin chào"]


def test_a_log_is_for_its_owner_only(tmp_path: Path) -> None:
    child = a_child(tmp_path, "")

    spawn(child).wait()

    assert child.log.stat().st_mode & 0o777 == 0o600


def test_a_child_does_not_hear_the_ctrl_c_of_our_terminal(tmp_path: Path) -> None:
    process = spawn(a_child(tmp_path, "import time; time.sleep(60)"))

    group = os.getpgid(process.pid)

    end_group(process.pid)
    process.wait()
    assert group == process.pid != os.getpgrp()


def test_stop_asks_with_the_signal_of_the_child(tmp_path: Path) -> None:
    code = "import signal, sys, time\n"
    code += "signal.signal(signal.SIGINT, lambda *_: sys.exit(7)); print(1, flush=True)\n"
    child = a_child(tmp_path, code + "time.sleep(60)", stop_signal=signal.SIGINT)
    process = spawn(child)
    assert wait_until(lambda: child.log.read_text() != "", seconds=20)

    stop(process, child)

    assert process.returncode == 7


def test_stop_insists_when_asking_does_not_help(tmp_path: Path) -> None:
    child = a_child(tmp_path, STUBBORN + "; time.sleep(60)", stop_seconds=0.2)
    process = spawn(child)
    assert wait_until(lambda: child.log.read_text() != "", seconds=20)

    stop(process, child)

    assert process.returncode == -signal.SIGKILL


def test_stop_leaves_nobody_of_the_group(tmp_path: Path) -> None:
    code = "import subprocess, sys, time\n"
    code += "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    child = a_child(tmp_path, code + "print(p.pid, flush=True); time.sleep(60)")
    process = spawn(child)
    assert wait_until(lambda: child.log.read_text().strip() != "", seconds=20)
    grandchild = int(child.log.read_text())

    stop(process, child)

    assert wait_until(lambda: not alive(grandchild), seconds=10)


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = f"""
import sys, time
from pathlib import Path
from motcua.kit.processes import Child, spawn
log = Path({str(tmp_path / "inner.log")!r})
child = Child(name="x", argv=[sys.executable, "-c", "import time; time.sleep(60)"],
              environ={{}}, log=log)
Path({str(note)!r}).write_text(str(spawn(child).pid) + "\\n")
time.sleep(60)
"""
    parent = subprocess.Popen([sys.executable, "-c", code])
    assert wait_until(lambda: note.exists() and note.read_text().endswith("\n"), seconds=20)
    child = int(note.read_text())
    assert alive(child)

    parent.kill()
    parent.wait()

    assert wait_until(lambda: not alive(child), seconds=10)


def test_waiting_ends_with_the_time(tmp_path: Path) -> None:
    assert not wait_until(lambda: False, seconds=0.01)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a child another account")
def test_a_child_runs_as_its_owner(tmp_path: Path) -> None:
    owner = Owner(65534, 65534)
    child = a_child(tmp_path, "", argv=["/usr/bin/id", "-u"], owner=owner)

    spawn(child).wait()

    assert child.log.read_text().strip() == "65534"


def alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
