"""A page in the house style: a banner above the posting."""

from casemgr_jd import HtmlPageRenderer

__all__ = ["HousePage"]


class HousePage(HtmlPageRenderer):
    """The page of the library with one block of its own."""

    name = "house_page"
    template = "house.html"
    template_package = "downstream_house"
