# SPDX-License-Identifier: Apache-2.0
"""Addresses of the counter, below `desk/`."""

from __future__ import annotations

from django.urls import path, register_converter

from motcua.faces.desk import slip_lists
from motcua.faces.desk.counter import bundle, handovers, returns


class SeriesCode:
    """The code of a common receipt or hand-over list in an address."""

    regex = r"(?:TN|BG|tn|bg)-[A-Za-z0-9.]{3,35}-[0-9]{6}-[0-9]{3,7}"

    def to_python(self, value: str) -> str:
        """Return the code as it is stored."""
        return value.upper()

    def to_url(self, value: str) -> str:
        """Return the code as it is written."""
        return value


register_converter(SeriesCode, "series_code")

urlpatterns = [
    path("receipts/<series_code:code>", bundle.bundle, name="bundle"),
    path("receipts/<series_code:code>/pdf", slip_lists.bundle_file, name="bundle_file"),
    path("handovers/<series_code:code>/pdf", slip_lists.handover_file, name="handover_file"),
    path("handovers", handovers.overview, name="handovers"),
    path("handovers/<series_code:code>", handovers.handover, name="handover"),
    path("returns", returns.returns, name="returns"),
    path("<dossier_code:code>/return_result", returns.give, name="return_result"),
    path("<dossier_code:code>/give_again", returns.again, name="give_again"),
]
