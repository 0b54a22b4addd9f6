# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from motcua.kit.loglines import Line

NAME = "Nguyễn Thị Lan 024090123456"


def logged(error: BaseException) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Line("%(message)s"))
    log = logging.Logger("planted")
    log.addHandler(handler)
    log.error("a row failed", exc_info=error)
    return stream.getvalue()


def test_neither_an_exception_nor_its_cause_is_quoted() -> None:
    try:
        try:
            int(NAME)
        except ValueError as error:
            raise RuntimeError(NAME) from error
    except RuntimeError as error:
        text = logged(error)

    assert NAME not in text
    assert text.index("builtins.ValueError") < text.index("builtins.RuntimeError")
    assert "int(NAME)" in text


@pytest.mark.django_db
def test_of_a_refused_row_the_constraint_is_named_and_no_value() -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE planted (name text CONSTRAINT short CHECK (false))")
            cursor.execute("INSERT INTO planted VALUES (%s)", [NAME])

    text = logged(caught.value)

    assert NAME not in text
    assert "psycopg.errors.CheckViolation (short)" in text


def test_a_circle_of_exceptions_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first

    assert logged(first).count("builtins.") == 2


def test_the_system_logs_by_it() -> None:
    made = settings.LOGGING["formatters"]["line"]["()"]

    assert made == f"{Line.__module__}.{Line.__qualname__}"
