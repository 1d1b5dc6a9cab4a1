"""Two postings side by side: which facts differ, and which words."""

from casemgr_jd.comparison.differences import Comparison, FactChange, ItemChange, compare

__all__ = ["Comparison", "FactChange", "ItemChange", "compare"]
