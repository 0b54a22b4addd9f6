# SPDX-License-Identifier: Apache-2.0
"""Pictures are measured by their headers; nothing is drawn."""

from __future__ import annotations

from typing import IO, Final

from django.utils.translation import gettext_lazy
from PIL import Image

from motcua.kit.faults import Fault

PIXEL_LIMIT: Final = 100_000_000
FRAMES_LIMIT: Final = 20
FORMATS: Final = ("JPEG", "PNG", "WEBP")


class TooManyPixels(Fault):
    """Drawing the picture would flood the machine."""

    sentence = gettext_lazy(
        "The picture has more than %(millions)s million points. Scan it at 200 to 300 dots an inch."
    )


class BrokenPicture(Fault):
    """The header of the picture makes no sense."""

    sentence = gettext_lazy("The picture is damaged and cannot be opened. Send it again.")


def look(file: IO[bytes]) -> None:
    """Measure the picture. Raises TooManyPixels, BrokenPicture."""
    try:
        with Image.open(file, formats=FORMATS) as picture:
            points = picture.width * picture.height
            frames = getattr(picture, "n_frames", 1)
    except Image.DecompressionBombError as error:
        raise TooManyPixels(millions=PIXEL_LIMIT // 1_000_000) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise BrokenPicture from error
    if points * frames > PIXEL_LIMIT or frames > FRAMES_LIMIT:
        raise TooManyPixels(millions=PIXEL_LIMIT // 1_000_000)
