# SPDX-License-Identifier: Apache-2.0
"""Takes uploaded files in one by one, and says of each why it was refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from motcua.faces.design.uploads import safe_name
from motcua.kit.faults import Fault

PREFIX = "paper."


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken."""

    component: str
    file_name: str
    sentence: str
    status: int


def taken(
    request: HttpRequest, take: Callable[[str, UploadedFile, str], None]
) -> tuple[Refusal, ...]:
    """Hand every sent file to `take` (component, file, its name); return those it refused."""
    refused = []
    for component, file in _sent(request):
        name = safe_name(file.name or "")
        try:
            take(component, file, name)
        except Fault as fault:
            refused.append(Refusal(component, name, str(fault), fault.status))
    return tuple(refused)


def _sent(request: HttpRequest) -> Iterator[tuple[str, UploadedFile]]:
    for name in request.FILES:
        if name.startswith(PREFIX):
            for file in request.FILES.getlist(name):
                yield name.removeprefix(PREFIX), file
