# SPDX-License-Identifier: Apache-2.0
"""Passwords are hashed by argon2id at the chosen cost."""

from __future__ import annotations

from django.contrib.auth.hashers import check_password, identify_hasher, make_password


def test_the_cost_is_written_in_the_hash() -> None:
    encoded = make_password("một mật khẩu dài")

    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_password_opens_with_itself_only() -> None:
    encoded = make_password("một mật khẩu dài")

    assert check_password("một mật khẩu dài", encoded)
    assert not check_password("mot mat khau dai", encoded)


def test_a_hash_of_another_cost_is_renewed_at_the_next_sign_in() -> None:
    dearer = make_password("một mật khẩu dài").replace("m=19456,t=2,p=1", "m=102400,t=2,p=8")

    assert identify_hasher(dearer).must_update(dearer)
