# SPDX-License-Identifier: Apache-2.0
"""A fingerprint changes when and only when a byte or a name does."""

from __future__ import annotations

from pathlib import Path

from motcua.kit.fingerprints import fingerprint


def test_the_same_bytes_give_the_same_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("one")

    assert fingerprint([tmp_path]) == fingerprint([tmp_path / "a.csv"])


def test_a_changed_byte_a_new_name_or_a_new_file_changes_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("one")
    before = fingerprint([tmp_path])
    (tmp_path / "a.csv").write_text("two")
    changed = fingerprint([tmp_path])
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    renamed = fingerprint([tmp_path])
    (tmp_path / "c.csv").write_text("")

    assert len({before, changed, renamed, fingerprint([tmp_path])}) == 4


def test_what_is_not_there_counts_as_nothing(tmp_path: Path) -> None:
    assert fingerprint([tmp_path / "absent"]) == fingerprint([])
