# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import argparse
import json
from typing import Any

import pytest

from motcua.domains.people.models import ApiToken
from motcua.domains.people.queries.tokens import bearer
from motcua.faces.cli import token
from motcua.faces.cli.parsers import OneSentenceParser
from motcua.kit import clock
from motcua.kit.refusal import Refusal
from tests.domains.conftest import reference, reference_rows  # noqa: F401

pytestmark = pytest.mark.usefixtures("reference")


def options(*words: str) -> argparse.Namespace:
    parser = OneSentenceParser(prog="motcua")
    token.register(parser.add_subparsers(required=True, parser_class=OneSentenceParser))
    return parser.parse_args(["token", *words])


def issued(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert token.run(options(*words, "--json")) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_a_client_is_opened_with_its_posts_and_a_token(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = issued(capsys, "--client", "bo-xay-dung", "--post", "BN-SXD:specialist")

    caller = bearer(told["token"], clock.now())
    assert caller is not None
    assert caller.actor.code == told["client"]
    assert [post.role for post in caller.actor.posts] == ["specialist"]
    assert caller.scopes == set(token.SCOPES)


def test_the_database_keeps_the_hash_only(capsys: pytest.CaptureFixture[str]) -> None:
    told = issued(capsys, "--client", "bo-xay-dung")

    (kept,) = ApiToken.objects.all()
    assert told["token"].encode() not in bytes(kept.secret_hash)
    assert len(kept.secret_hash) == 32


def test_a_second_token_belongs_to_the_same_client(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--client", "bo-xay-dung", "--post", "BN-SXD:specialist")

    first, second = (issued(capsys, *words, "--scope", "dossiers:read") for _ in range(2))

    caller = bearer(second["token"], clock.now())
    assert first["client"] == second["client"]
    assert first["token"] != second["token"]
    assert caller is not None
    assert (len(caller.actor.posts), caller.scopes) == (1, {"dossiers:read"})


def test_without_json_the_secret_stands_alone_on_the_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert token.run(options("--client", "bo-xay-dung")) == 0

    out, error = capsys.readouterr()
    assert bearer(out.strip(), clock.now()) is not None
    assert out.strip() not in error


def test_an_unknown_unit_is_one_sentence_and_gives_no_token() -> None:
    with pytest.raises(Refusal, match="There is no unit with the code H99"):
        token.run(options("--client", "bo-xay-dung", "--post", "H99:counter"))

    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--client"],
        ["--client", "x", "--scope", "everything"],
        ["--client", "x", "--post", "BN-SXD:king"],
        ["--client", "x", "--days", "0"],
        ["--client", "x", "--days", "-1"],
        ["--client", "x", "--days", "99999999999"],
    ],
)
def test_a_wrong_command_line_is_status_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        options(*words)

    assert left.value.code == 2


def test_a_revoked_token_opens_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    told = issued(capsys, "--client", "bo-xay-dung")

    assert token.run(options("--revoke", str(told["id"]))) == 0

    assert bearer(told["token"], clock.now()) is None
