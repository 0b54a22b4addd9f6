# SPDX-License-Identifier: Apache-2.0
"""A client of the malware scanner ClamAV: one stream, one answer.

Source: the INSTREAM command of clamd(8).
"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterable
from typing import Final

ANSWER_LIMIT: Final = 4096
PIECE: Final = 64 << 10
UNIX: Final = "unix:"


class Unavailable(Exception):  # noqa: N818
    """The scanner cannot be reached, does not answer in time, or could not look at the bytes."""


def scan(address: str, chunks: Iterable[bytes], *, seconds: float) -> str:
    """Return the name of the threat in the bytes, "" when there is none.

    `address` is `host:port` or `unix:/path`; `seconds` is the time for everything together.
    Raises Unavailable.
    """
    until = time.monotonic() + seconds
    try:
        with _connected(address, seconds) as line:
            line.sendall(b"zINSTREAM\0")
            for chunk in chunks:
                _send(line, chunk, until)
            line.sendall(struct.pack(">L", 0))
            return _understood(_answer(line, until))
    except (OSError, ValueError) as error:
        raise Unavailable(str(error)) from error


def _connected(address: str, seconds: float) -> socket.socket:
    if address.startswith(UNIX):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(seconds)
        try:
            line.connect(address.removeprefix(UNIX))
        except OSError:
            line.close()
            raise
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=seconds)


def _send(line: socket.socket, chunk: bytes, until: float) -> None:
    for start in range(0, len(chunk), PIECE):
        piece = chunk[start : start + PIECE]
        line.settimeout(_left(until))
        line.sendall(struct.pack(">L", len(piece)) + piece)


def _answer(line: socket.socket, until: float) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < ANSWER_LIMIT:
        line.settimeout(_left(until))
        part = line.recv(ANSWER_LIMIT)
        if not part:
            break
        answer += part
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _understood(answer: str) -> str:
    """Return the threat named by `stream: NAME FOUND`, "" for `stream: OK`."""
    verdict = answer.removeprefix("stream: ")
    if verdict == "OK":
        return ""
    if verdict.endswith(" FOUND"):
        return verdict.removesuffix(" FOUND")
    raise Unavailable(answer[:200])
