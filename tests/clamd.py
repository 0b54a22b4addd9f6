# SPDX-License-Identifier: Apache-2.0
"""A real clamd with a database of one signature, the harmless test file of the scanners' makers."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIGNATURE = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n"
CLAMD = shutil.which("clamd", path=f"{os.defpath}:/usr/sbin:/usr/local/sbin")
NOT_HERE = "no malware scanner here: apt-get install clamav-daemon"
TRIES = 200


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start the scanner and give its address; it is stopped in the end."""
    port = free_port()
    (folder / "db").mkdir()
    (folder / "db" / "local.hdb").write_text(SIGNATURE)
    settings = folder / "clamd.conf"
    settings.write_text(
        f"DatabaseDirectory {folder}/db\nTCPSocket {port}\nTCPAddr 127.0.0.1\nForeground yes\n"
        f"StreamMaxLength 100M\nUser {pwd.getpwuid(os.getuid()).pw_name}\n"
    )
    daemon = subprocess.Popen(
        [str(CLAMD), "-c", str(settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port, daemon)
        yield f"127.0.0.1:{port}"
    finally:
        daemon.terminate()
        daemon.wait()


def _await(port: int, daemon: subprocess.Popen[bytes]) -> None:
    for _ in range(TRIES):
        if daemon.poll() is not None:
            raise RuntimeError(f"clamd ended with {daemon.returncode}")
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("clamd does not listen")
