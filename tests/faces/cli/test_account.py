# SPDX-License-Identifier: Apache-2.0
"""A new province gets its first operator from the terminal."""

from __future__ import annotations

import argparse

import pytest

from motcua.domains.people.acts.open_account import NameTaken
from motcua.domains.people.acts.sign_in import WrongCredentials, sign_in
from motcua.domains.people.failures import Locked
from motcua.domains.people.models import Account
from motcua.domains.people.origin import Origin
from motcua.faces.cli import account
from motcua.faces.cli.parsers import OneSentenceParser
from motcua.kit import clock
from motcua.kit.refusal import Refusal
from tests.domains.conftest import reference, reference_rows  # noqa: F401

pytestmark = pytest.mark.usefixtures("reference")

OPENED = ("open", "van.hanh", "--full-name", "Trần Vận Hành", "--post", "BN-SNV:operator")
HERE = Origin("10.1.2.3", 50123, "Chrome")


def done(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    parser = OneSentenceParser(prog="motcua")
    account.register(parser.add_subparsers(required=True, parser_class=OneSentenceParser))
    options: argparse.Namespace = parser.parse_args(["account", *words])
    assert account.run(options) == 0
    return capsys.readouterr().out.strip()


def test_the_first_operator_signs_in_with_the_printed_password(
    capsys: pytest.CaptureFixture[str],
) -> None:
    password = done(capsys, *OPENED)

    opened = sign_in(name="van.hanh", password=password, origin=HERE, at=clock.now())

    assert [post.role for post in opened.actor.posts] == ["operator"]
    assert opened.must_choose


def test_more_posts_are_given_later(capsys: pytest.CaptureFixture[str]) -> None:
    password = done(capsys, *OPENED)

    done(capsys, "post", "van.hanh", "--post", "BN-SXD:leader")

    opened = sign_in(name="van.hanh", password=password, origin=HERE, at=clock.now())
    assert {post.role for post in opened.actor.posts} == {"operator", "leader"}


def test_a_new_password_replaces_a_forgotten_one(capsys: pytest.CaptureFixture[str]) -> None:
    first = done(capsys, *OPENED)

    second = done(capsys, "password", "van.hanh")

    assert sign_in(name="van.hanh", password=second, origin=HERE, at=clock.now())
    with pytest.raises(WrongCredentials):
        sign_in(name="van.hanh", password=first, origin=HERE, at=clock.now())


def test_a_locked_official_may_try_again(capsys: pytest.CaptureFixture[str]) -> None:
    password = done(capsys, *OPENED)
    for _ in range(5):
        with pytest.raises((WrongCredentials, Locked)):
            sign_in(name="van.hanh", password="sai", origin=HERE, at=clock.now())

    done(capsys, "unlock", "van.hanh")

    assert sign_in(name="van.hanh", password=password, origin=HERE, at=clock.now())


def test_nothing_is_left_of_an_account_whose_unit_does_not_exist(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(Refusal):
        done(capsys, "open", "van.hanh", "--full-name", "Trần", "--post", "H99.99:operator")

    assert not Account.objects.filter(sign_in_name="van.hanh").exists()


def test_a_name_is_given_once_and_an_unknown_one_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done(capsys, *OPENED)

    with pytest.raises(NameTaken):
        done(capsys, *OPENED)
    with pytest.raises(Refusal):
        done(capsys, "unlock", "khong.co")


def test_an_unknown_role_is_refused_as_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        done(capsys, "post", "van.hanh", "--post", "BN-SNV:king")

    assert refused.value.code == 2
    assert "operator" in capsys.readouterr().err
