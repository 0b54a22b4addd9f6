# SPDX-License-Identifier: Apache-2.0
"""What must be true before anything is started: the state folder is ours, disk and ports are free.

Every function raises `Refusal` with one sentence.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import psutil

from motcua.kit.env import Env, new_secret, read_text
from motcua.kit.pgplaces import homes_of, identity, socket_of
from motcua.kit.processes import open_private, wait_until
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

MARK = "MOTCUA_SUPERVISED"  # in the environment of every child: the state folder it works for
NEEDED_BYTES = 500 * 1024 * 1024
LEFTOVER_SECONDS = 5.0
NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM})
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


OURS = ("files", "log", "postgres", "run", "secret", "static", "static.stamp", "identity")


@contextmanager
def disk_refusals(path: Path) -> Iterator[None]:
    """Turn what the file system says about `path` into a sentence."""
    try:
        yield
    except OSError as error:
        where = error.filename or path
        reason = os.strerror(error.errno or 0)
        if error.errno in NO_SPACE:
            raise Refusal(
                N_("The disk is full: %(path)s cannot be written."), path=where
            ) from error
        if error.errno in NO_PERMISSION:
            raise Refusal(N_("No permission to write %(path)s."), path=where) from error
        if error.errno == errno.EROFS:
            raise Refusal(
                N_("%(path)s is on a disk that is mounted read-only."), path=where
            ) from error
        raise Refusal(
            N_("%(path)s cannot be used: %(reason)s."), path=where, reason=reason
        ) from error


def make_folders(env: Env) -> None:
    """Make the state folder and its parts, and be sure that they can be written."""
    with disk_refusals(env.state):
        for folder in (env.state, env.run_root, env.log_root, env.files_root):
            folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        env.secret_root.mkdir(mode=0o700, exist_ok=True)
        identity(env.state)
        probe = env.run_root / "probe"
        probe.write_bytes(b"\0" * 65536)
        probe.unlink()


def check_space(*folders: Path) -> None:
    """Refuse a disk that would be full before the day is over."""
    for folder in folders:
        if shutil.disk_usage(folder).free < NEEDED_BYTES:
            raise Refusal(
                N_("The disk of %(path)s is full: at least %(megabytes)s MB must be free."),
                path=folder,
                megabytes=NEEDED_BYTES // 1024**2,
            )


def claim(env: Env) -> TextIO:
    """Take the state folder for this process; the claim ends when the file is closed."""
    lock = open(env.run_root / "lock", "a", encoding="utf-8")  # noqa: SIM115
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise Refusal(
            N_("motcua is already running from this folder, at %(address)s; `make down` stops it."),
            address=read_text(env.run_root / "address") or env.public_url,
        ) from None
    return lock


def claimed(env: Env) -> bool:
    """Return whether a running system holds the state folder."""
    try:
        claim(env).close()
    except (Refusal, OSError):
        return (env.run_root / "lock").exists()
    return False


def end_leftovers(state: Path) -> int:
    """End children of an earlier supervisor that was killed; return how many there were."""
    left = [process for process in psutil.process_iter() if _works_for(process, state)]
    for process in left:
        with suppress(psutil.Error):
            process.send_signal(signal.SIGTERM)
    _, stubborn = psutil.wait_procs(left, timeout=LEFTOVER_SECONDS)
    for process in stubborn:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(stubborn, timeout=LEFTOVER_SECONDS)
    return len(left)


def _works_for(process: psutil.Process, state: Path) -> bool:
    try:
        return bool(process.environ().get(MARK) == str(state))
    except (psutil.Error, OSError):
        return False


def check_port(host: str, port: int, name: str, *, seconds: float = 0.0) -> None:
    """Refuse a port that is still taken after `seconds`, or that we may not listen on.

    `name` is the setting that chooses another one.
    """
    if wait_until(lambda: _free(host, port), seconds=seconds):
        return
    raise Refusal(
        N_("Port %(port)s is taken by another program; choose one with %(name)s=%(other)s."),
        port=port,
        name=name,
        other=port + 10,
    )


def _free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            _refuse_address(host, port, error)
        return True


def _refuse_address(host: str, port: int, error: OSError) -> None:
    if error.errno in NO_PERMISSION:
        raise Refusal(
            N_("Port %(port)s needs a right this account does not have; choose one above 1023."),
            port=port,
        ) from error
    raise Refusal(
        N_("The address %(host)s cannot be listened on: %(reason)s."),
        host=host,
        reason=os.strerror(error.errno or 0),
    ) from error


def store_secret(env: Env) -> None:
    """Keep the demonstration's secret key, so that sessions outlive a restart."""
    path = env.secret_root / "key"
    if env.demo and read_text(path) is None:
        with disk_refusals(path), open_private(path) as file:
            file.write(new_secret() + "\n")


def belongings(env: Env) -> list[Path]:
    """Return all that this checkout has stored; nothing where it has never run."""
    if not (env.state / "identity").exists():
        return []
    paths = {env.state / name for name in OURS} | set(homes_of(env.state))
    if os.geteuid() != 0:
        paths.add(socket_of(env.state))
    return sorted(path for path in paths if path.exists())


def remove(paths: list[Path]) -> None:
    """Remove files and folders with all that is in them."""
    for path in paths:
        with disk_refusals(path):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
