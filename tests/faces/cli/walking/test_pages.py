# SPDX-License-Identifier: Apache-2.0
"""The walker reads forms as a browser does."""

from __future__ import annotations

from motcua.faces.cli.walking.pages import read

TEXT = """
<div class="error-summary"><h2>Wrong</h2> <p>Say &amp; more</p></div>
<p><span class="badge tone-open"><span aria-hidden="true">●</span>Received</span></p>
<form action="/desk/X-1/advance" method="post">
<input type="hidden" name="key" value="k1"><input name="note" value="as it is">
<textarea name="words">
one
two</textarea>
<input type="radio" id="a" name="agrees" value="yes"><label for="a">Agrees</label>
<input type="radio" name="agrees" value="no" checked>
<input type="checkbox" name="declared">
<select name="unit"><option value="">Choose</option>
<option value="7" selected>Seven</option></select>
<input type="file" name="paper:map" required>
<button name="action" value="approve">Yes</button><button name="action" value="back">No</button>
</form>
"""


def test_an_untouched_form_posts_what_it_shows() -> None:
    form = read("http://x/", 200, TEXT).forms[0]

    assert form.standing() == {
        "key": ["k1"],
        "note": ["as it is"],
        "words": ["one\ntwo"],
        "agrees": ["no"],
        "declared": [],
        "unit": ["7"],
    }


def test_buttons_labels_and_choices_are_seen() -> None:
    form = read("http://x/", 200, TEXT).forms[0]

    assert form.buttons() == ["approve", "back"]
    assert form.named("agrees")[0].label == "Agrees"
    assert form.named("unit")[0].options == [("", "Choose"), ("7", "Seven")]
    assert form.named("paper:map")[0].required


def test_the_first_badge_and_the_complaint_are_read() -> None:
    page = read("http://x/", 422, TEXT)

    assert page.marks == "●Received"
    assert page.complaint.endswith("Say & more")
    assert page.form_to("/advance") is page.forms[0]


def test_a_refusal_is_read_in_its_own_words() -> None:
    page = read(
        "http://x/",
        403,
        '<h1>Not allowed</h1><div class="notice notice-error" role="alert"><span class="vh">Error:'
        "</span>\n<div><p>You need an e-ID of level 2.</p></div></div><p>Go back</p>",
    )

    assert page.complaint == "Error: You need an e-ID of level 2."
    assert "(403): Error: You need an e-ID of level 2." in str(page.stuck("/nop/gui"))


def test_table_rows_are_read_by_the_label_of_the_cell() -> None:
    page = read(
        "http://x/",
        200,
        "<table><tr><th>Procedure</th></tr><tr><td>Birth<br><span>H05.1-1</span></td>"
        '<td data-label="Handled by">The <b>ward</b></td></tr></table>',
    )

    assert page.rows == [{}, {"": "BirthH05.1-1", "Handled by": "The ward"}]
