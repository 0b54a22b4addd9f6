# SPDX-License-Identifier: Apache-2.0
"""Tables sent as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from motcua.kit.faults import NotFound
from motcua.kit.spreadsheets import XLSX_TYPE, Row, csv_lines, xlsx


def table_file(
    ending: str, name: str, title: str, heads: Sequence[str], rows: Iterable[Row]
) -> HttpResponseBase:
    """Return the table as `xlsx` or `csv`. Raises NotFound for another ending."""
    if ending == "xlsx":
        return sent(HttpResponse(xlsx(title, heads, rows), content_type=XLSX_TYPE), f"{name}.xlsx")
    if ending == "csv":
        body = csv_lines([heads, *rows])
        answer = StreamingHttpResponse(body, content_type="text/csv; charset=utf-8")
        return sent(answer, f"{name}.csv")
    raise NotFound


def sent(answer: HttpResponseBase, name: str) -> HttpResponseBase:
    """Name the file and keep it out of caches."""
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
