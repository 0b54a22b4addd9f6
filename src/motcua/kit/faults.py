# SPDX-License-Identifier: Apache-2.0
"""The root of every expected refusal: a class with a sentence and the HTTP status it deserves."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy


class Fault(Exception):  # noqa: N818
    """An act refused for a reason the reader can understand; nothing was saved."""

    status = 422
    sentence = gettext_lazy("This could not be done.")

    def __init__(self, **params: object) -> None:
        self.params: Mapping[str, object] = params
        super().__init__(type(self).__name__)

    def __str__(self) -> str:
        """Return the sentence in the active language."""
        return str(self.sentence) % self.params


class NotFound(Fault):
    """There is no such thing, or it is not yours to know."""

    status = 404
    sentence = gettext_lazy("Nothing was found at this address.")


class Stale(Fault):
    """Somebody else has changed the thing since the form was shown."""

    status = 409
    sentence = gettext_lazy(
        "Someone else has changed this since you opened it. Look at it again, then decide."
    )


class NotAllowedNow(Fault):
    """The step does not exist in the present state."""

    status = 409
    sentence = gettext_lazy("This step is not possible now.")
