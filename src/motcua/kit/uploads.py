# SPDX-License-Identifier: Apache-2.0
"""Refuses a request that announces more bytes than any form needs, before a byte is spooled."""

from __future__ import annotations

from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler

MOST_BYTES = 210 << 20
"""Ten files of the largest size the vault takes, and some room for the other fields."""


class CappedUpload(TemporaryFileUploadHandler):
    """Spools files to disk; a longer request ends with 413 and leaves nothing behind."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, Any],  # noqa: N803
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look at the announced length. Raises RequestDataTooBig."""
        if content_length > MOST_BYTES:
            raise RequestDataTooBig
