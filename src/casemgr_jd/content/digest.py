"""A digest of content that depends on nothing but the content.

Imports nothing of ours: the build loads this file by its path, to write the digest into the wheel.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

__all__ = ["digest"]


def digest(tables: Mapping[str, Any]) -> str:
    """Return a digest of content tables, whatever the order of their keys."""
    return sha256(repr(_ordered(tables)).encode()).hexdigest()


def _ordered(value: Any) -> Any:
    # Nearly all of it is words and lists, and whether something is a mapping is asked at length.
    kind = value.__class__
    if kind is str:
        return value
    if kind is list or isinstance(value, list):
        return [_ordered(one) for one in value]
    if isinstance(value, Mapping):
        return sorted([(key, _ordered(one)) for key, one in value.items()])
    return value
