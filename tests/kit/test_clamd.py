# SPDX-License-Identifier: Apache-2.0
"""The client of the malware scanner against a server that answers as it likes."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua.kit import clamd


class Scanner:
    """Takes one stream in and gives one answer."""

    def __init__(self, answer: bytes, path: Path | None = None) -> None:
        family = socket.AF_UNIX if path else socket.AF_INET
        self._server = socket.socket(family)
        self._server.bind(str(path) if path else ("127.0.0.1", 0))
        self._server.listen()
        port = "" if path else self._server.getsockname()[1]
        self.address = f"unix:{path}" if path else f"127.0.0.1:{port}"
        self.received = b""
        self._answer = answer
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        line, _ = self._server.accept()
        with line:
            stream = line.makefile("rb")
            assert stream.read(10) == b"zINSTREAM\0"
            while size := struct.unpack(">L", stream.read(4))[0]:
                self.received += stream.read(size)
            line.sendall(self._answer)

    def end(self) -> None:
        self._server.close()


@pytest.fixture
def scanner(request: pytest.FixtureRequest) -> Iterator[Scanner]:
    server = Scanner(request.param)
    yield server
    server.end()


@pytest.mark.parametrize("scanner", [b"stream: OK\0"], indirect=True)
def test_all_bytes_are_sent_and_ok_is_no_threat(scanner: Scanner) -> None:
    body = bytes(range(256)) * 1000

    assert clamd.scan(scanner.address, [body[:7], body[7:]], seconds=5) == ""
    assert scanner.received == body


@pytest.mark.parametrize("scanner", [b"stream: Win.Test.EICAR_HDB-1 FOUND\0"], indirect=True)
def test_the_threat_is_named(scanner: Scanner) -> None:
    assert clamd.scan(scanner.address, [b"x"], seconds=5) == "Win.Test.EICAR_HDB-1"


@pytest.mark.parametrize(
    "scanner",
    [b"", b"\0", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OKAY\0", b"\xff" * 9000],
    indirect=True,
)
def test_any_other_answer_is_no_verdict(scanner: Scanner) -> None:
    with pytest.raises(clamd.Unavailable):
        clamd.scan(scanner.address, [b"x"], seconds=5)


def test_a_socket_in_the_file_system_will_do(tmp_path: Path) -> None:
    server = Scanner(b"stream: OK\0", tmp_path / "clamd.sock")

    assert clamd.scan(server.address, [b"x"], seconds=5) == ""
    server.end()


@pytest.mark.parametrize("address", ["127.0.0.1:1", "unix:/nowhere/clamd.sock", "nothing", "a:b"])
def test_a_scanner_that_is_not_there_is_unavailable(address: str) -> None:
    with pytest.raises(clamd.Unavailable):
        clamd.scan(address, [b"x"], seconds=2)


def test_a_scanner_that_never_answers_is_unavailable() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        with pytest.raises(clamd.Unavailable):
            clamd.scan(f"127.0.0.1:{server.getsockname()[1]}", [b"x"], seconds=0.2)
