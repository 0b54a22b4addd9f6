# SPDX-License-Identifier: Apache-2.0
"""Where an embedded PostgreSQL cluster lives, for root and for an ordinary user.

PostgreSQL refuses root, and root's home may be closed to everybody else. So for root the cluster
belongs to a system account of its own under /var/lib/motcua, binaries included; no permission of
an existing folder is ever changed.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import secrets
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from motcua.kit.env import read_text
from motcua.kit.processes import Owner
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

ACCOUNT = "motcua-pg"
ROOT_HOME = Path("/var/lib/motcua")
SOCKET_PATH_LIMIT = 100  # the kernel's limit is 107 bytes, the socket's own name included
SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one cluster; `owner` is the account it runs as, None for ourselves."""

    home: Path
    binaries: Path
    socket: Path
    owner: Owner | None

    @property
    def pgdata(self) -> Path:
        """Return the cluster's data folder."""
        return self.home / "data"

    def give(self, path: Path) -> None:
        """Hand a path that we have made to the account the cluster runs as."""
        if self.owner:
            os.chown(path, self.owner.uid, self.owner.gid)


def places(state: Path, *, package: str) -> Places:
    """Return the places of the cluster that belongs to `state`, making the outer folders."""
    source = binaries_of(package)
    if os.geteuid() != 0:
        return _users_places(state, source)
    owner = _account()
    home = ROOT_HOME / f"{_mark(state)}-{identity(state)}"
    for folder, mode in ((ROOT_HOME, 0o755), (home, 0o711), (home / "run", 0o700)):
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
        folder.chmod(mode)
    found = Places(home, _copied(source, package), home / "run", owner)
    found.give(found.socket)
    return found


def _users_places(state: Path, source: Path) -> Places:
    home = state / "postgres"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    socket = socket_of(state)
    if len(str(socket / SOCKET_NAME)) > SOCKET_PATH_LIMIT:
        raise Refusal(N_("The folder for PostgreSQL's socket has too long a name: %(path)s."),
                      path=socket)  # fmt: skip
    socket.mkdir(mode=0o700, exist_ok=True)
    found = socket.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise Refusal(N_("The folder %(path)s belongs to somebody else."), path=socket)
    socket.chmod(0o700)
    return Places(home, source, socket, None)


def binaries_of(package: str) -> Path:
    """Return the installation folder inside the wheel `package`, which is never imported."""
    spec = find_spec(package)
    base = Path(spec.origin).parent / "pginstall" if spec and spec.origin else None
    if base is None or not (base / "bin" / "postgres").exists():
        raise Refusal(
            N_("The embedded PostgreSQL (%(package)s) is not built for this machine;"
               " set DATABASE_URL to a PostgreSQL server of version 17 or later."),
            package=package,
        )  # fmt: skip
    return base


def socket_of(state: Path) -> Path:
    """Return the private folder of an ordinary user's socket: short, whatever the checkout's."""
    return Path(tempfile.gettempdir()) / f"motcua-{os.geteuid()}-{_mark(state)}"


def homes_of(state: Path) -> list[Path]:
    """Return every folder in which a database of `state` is kept, older ones included."""
    if os.geteuid() != 0:
        return [home for home in [state / "postgres"] if home.exists()]
    return sorted(ROOT_HOME.glob(f"{_mark(state)}-*"))


def identity(state: Path) -> str:
    """Return the random name of this state folder, so that a new one never finds old rows."""
    path = state / "identity"
    known = read_text(path)
    if known is None:
        known = secrets.token_hex(4)
        path.write_text(known + "\n", "utf-8")
    return known


def _mark(state: Path) -> str:
    return hashlib.sha256(os.fsencode(state.resolve())).hexdigest()[:10]


def _account() -> Owner:
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        add = ["useradd", "--system", "--no-create-home", "--user-group",
               "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", ACCOUNT]  # fmt: skip
        try:
            subprocess.run(add, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Refusal(N_("The system account %(account)s could not be made; run as an ordinary"
                             " user instead."), account=ACCOUNT) from error  # fmt: skip
        entry = pwd.getpwnam(ACCOUNT)
    return Owner(entry.pw_uid, entry.pw_gid)


def _copied(source: Path, package: str) -> Path:
    """Return root's own copy of the binaries, made once a version for all checkouts.

    The wheel's libraries lie beside its package and are found by relative paths, so the copy
    keeps the wheel's layout.
    """
    target = ROOT_HOME / "pgsql" / f"{package}-{version(package)}"
    copied = target / package / source.name
    if copied.exists():
        return copied
    target.parent.mkdir(mode=0o755, exist_ok=True)
    target.parent.chmod(0o755)
    partial = Path(tempfile.mkdtemp(dir=target.parent))
    shutil.copytree(source, partial / package / source.name, symlinks=True)
    libraries = source.parents[1] / f"{package}.libs"
    if libraries.exists():
        shutil.copytree(libraries, partial / libraries.name, symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX,go-w", partial], check=True)
    try:
        partial.rename(target)
    except OSError:  # somebody else has made the same copy meanwhile
        shutil.rmtree(partial)
    return copied


def socket_url(*, folder: str, user: str, password: str, database: str) -> str:
    """Return the URL of a database reached through the Unix socket in `folder`."""
    user, password, database, folder = (quote(w, "") for w in (user, password, database, folder))
    return f"postgresql://{user}:{password}@/{database}?host={folder}"
