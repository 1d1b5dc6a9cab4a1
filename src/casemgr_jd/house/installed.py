"""House styles that other distributions install."""

from casemgr_jd._registry import Registry

__all__ = ["STYLES"]

STYLES: Registry[object] = Registry("house style", "casemgr_jd.styles", {})
"""Installed house styles; each entry point names a function that returns a ``HouseStyle``, or the path of a
settings file."""
