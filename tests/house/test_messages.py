# SPDX-License-Identifier: Apache-2.0
"""No reader meets an English sentence on a Vietnamese screen."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "messages.py"
TRANSLATED = '# x\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["messages"] = module
    spec.loader.exec_module(module)
    return module


messages = load()
SHELVES = messages.shelves()
FAMILIAR = (" bạn ", " bạn.", " bạn,", "anh/chị", "quý khách")


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.root.name)
def test_every_text_has_a_vietnamese_wording(shelf: object) -> None:
    problems = [str(problem) for problem in messages.check(shelf)]

    assert problems == []


def test_no_text_is_translated_in_two_ways() -> None:
    assert [str(problem) for problem in messages.conflicts(SHELVES)] == []


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.root.name)
def test_the_reader_is_addressed_in_one_way(shelf: object) -> None:
    """Citizens are `ông/bà`; officials are not addressed, as in administrative papers."""
    wrong = FAMILIAR if shelf.root.name != "desk" else (*FAMILIAR, "ông/bà", " mình ")  # type: ignore[attr-defined]
    words = [
        one
        for message in messages.read(shelf)
        if message.id
        for one in ([message.string] if isinstance(message.string, str) else message.string)
    ]

    assert [one for one in words if any(word in f" {one.lower()} " for word in wrong)] == []


def test_python_and_templates_are_both_read() -> None:
    design = next(shelf for shelf in SHELVES if shelf.root.name == "design")

    texts = {message.id for message in messages.extract(design)}

    assert {"Clock paused", "Skip to the content"} <= texts


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("", "missing"),
        ('msgid "%(n)s files"\nmsgstr ""\n', "empty"),
        ('#, fuzzy\nmsgid "%(n)s files"\nmsgstr "%(n)s tệp"\n', "fuzzy"),
        ('msgid "%(n)s files"\nmsgstr "%(m)s tệp"\n', "placeholders differ in '%(m)s tệp'"),
    ],
)
def test_a_bad_translation_is_named(tmp_path: Path, translation: str, fault: str) -> None:
    shelf = a_shelf(tmp_path, translation)

    found = [problem.what for problem in messages.check(shelf)]

    assert found == [fault]


def test_update_keeps_what_is_translated_and_drops_what_nobody_says(tmp_path: Path) -> None:
    words = 'msgid "%(n)s files"\nmsgstr "%(n)s tệp"\n\nmsgid "Gone"\nmsgstr "Đã bỏ"\n'
    shelf = a_shelf(tmp_path, words)

    messages.update(shelf)

    assert "%(n)s tệp" in shelf.po.read_text("utf-8")
    assert "Gone" not in shelf.po.read_text("utf-8")
    assert list(messages.check(shelf)) == []


def test_a_text_of_a_lower_shelf_is_not_asked_for_again(tmp_path: Path) -> None:
    below = a_shelf(tmp_path / "below", 'msgid "%(n)s files"\nmsgstr "%(n)s tệp"\n')
    above = a_shelf(tmp_path / "above", "", under=(below,))

    messages.update(above)

    assert list(messages.check(above)) == []
    assert not above.po.exists()


def test_two_wordings_of_one_text_are_named(tmp_path: Path) -> None:
    one = a_shelf(tmp_path / "one", 'msgid "%(n)s files"\nmsgstr "%(n)s tệp"\n')
    other = a_shelf(tmp_path / "other", 'msgid "%(n)s files"\nmsgstr "%(n)s tập tin"\n')

    assert [problem.text for problem in messages.conflicts([one, other])] == ["%(n)s files"]


def test_compiling_happens_once(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, 'msgid "%(n)s files"\nmsgstr "%(n)s tệp"\n')

    first, second = messages.compile_all([shelf]), messages.compile_all([shelf])

    assert (first, second) == (1, 0)


def a_shelf(root: Path, translation: str, under: tuple[object, ...] = ()) -> object:
    root.mkdir(exist_ok=True)
    (root / "page.py").write_text('text = _("%(n)s files")\n', "utf-8")
    shelf = messages.Shelf(root, (root,), under)
    shelf.po.parent.mkdir(parents=True)
    shelf.po.write_text(TRANSLATED + translation, "utf-8")
    return shelf
