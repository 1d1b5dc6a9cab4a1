"""The bits in which all that candidates look at is told."""

from casemgr_jd.builder.signals import Signals


def test_wordings_have_bits_of_their_own_whoever_asks_first() -> None:
    signals = Signals()
    first = [signals.wording("driving", words) for words in ("none", "if needed", "always")]
    other = signals.bit("trait", "remote")
    mask = signals.any_wording("driving")
    assert len(set(first)) == len(first)
    assert all(one and one & mask == one for one in first)
    assert other & mask == 0
