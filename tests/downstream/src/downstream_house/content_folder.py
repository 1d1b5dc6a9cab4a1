"""Where the content of the house lies."""

from importlib.resources import files

__all__ = ["folder"]


def folder() -> str:
    """Return the path of the folder with the overlay's TOML."""
    return str(files("downstream_house").joinpath("content"))
