# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.kit import seal


def test_a_secret_fits_its_subject_only() -> None:
    secret = seal.secret_of("track", "H05.42-260703-0001")

    assert seal.fits("track", "H05.42-260703-0001", secret)
    assert not seal.fits("track", "H05.42-260703-0002", secret)
    assert not seal.fits("other", "H05.42-260703-0001", secret)


def test_spaces_hyphens_and_small_letters_are_forgiven() -> None:
    secret = seal.secret_of("track", "a")
    typed = f" {secret[:5].lower()}-{secret[5:]} "

    assert seal.fits("track", "a", typed)


def test_signs_that_look_alike_never_occur() -> None:
    seen = {sign for number in range(500) for sign in seal.secret_of("track", str(number))}

    assert seen <= set(seal.LETTERS)
    assert not seen & set("IO01")
