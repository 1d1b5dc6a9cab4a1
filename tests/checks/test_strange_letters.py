"""Letters that become two in lower case move nothing behind them."""

import pytest

from casemgr_jd.checks import check_document
from casemgr_jd.reading.fold import fold, lowered
from casemgr_jd.reading.open import read_text

_DOTTED = "\u0130" * 20


def test_two_spellings_are_pointed_at_where_they_stand() -> None:
    text = f"# Case Manager\n\n{_DOTTED} send an email now.\n\n{_DOTTED} send an e-mail now.\n"
    [found] = check_document(text, select=["SPL012"]).findings
    assert '"e-mail" here, "email" before' in found.message
    assert (found.line, found.column) == (5, len(_DOTTED) + len(" send an ") + 1)


@pytest.mark.parametrize("tag", ["script", "SCRIPT", "Style"])
def test_what_stands_behind_a_script_is_read(tag: str) -> None:
    page = f"<p>{_DOTTED * 9}</p><{tag}>a</{tag.upper()}><p>You plan care.</p><p>And more.</p>"
    blocks = [block.text for block in read_text(page, format="html").blocks]
    assert blocks == [_DOTTED * 9, "You plan care.", "And more."]


@pytest.mark.parametrize("text", ["", "E-Mail", _DOTTED + "A", "\u1e9e\ufb01\u017f\u212a"])
def test_lower_case_keeps_each_letter_in_its_place(text: str) -> None:
    assert len(lowered(text)) == len(fold(text)) == len(text)
