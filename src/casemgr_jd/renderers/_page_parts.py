"""Parts of a posting's page that are made from typed facts: where to apply, and which site it is for."""

from urllib.parse import urlsplit

from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.place import Location
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers._escaping import escape_html
from casemgr_jd.renderers._wrapping import tied

__all__ = ["UNLISTED", "apply_button", "apply_words", "card", "ending", "shown"]

UNLISTED = '\n<meta name="robots" content="noindex">'
"""What asks not to list a page, as a draft does."""
_PLACE = Slot("location", "Location")
"""Where the job is, which reads the same whether or not a posting declares it."""


def card(posting: Posting) -> str:
    """Return what search engines and chats show of the page: job, employer, place and pay."""
    facts = posting.requisition
    title = posting.heading if posting.value("title") or not posting.title.slots else "Job posting"
    place = display(facts, _PLACE)
    pay = str(facts.pay) if facts.pay else None
    job = f"{title} at {facts.organization}" if facts.organization else title
    description = ". ".join(one for one in (job, place, pay) if one) + "."
    tags = [
        ("name", "description", description),
        ("property", "og:type", "website"),
        ("property", "og:title", job),
        ("property", "og:description", ". ".join(one for one in (place, pay) if one) or job),
        ("property", "og:site_name", facts.organization or ""),
    ]
    return "\n".join(
        f'<meta {kind}="{name}" content="{escape_html(words)}">'
        for kind, name, words in tags
        if words
    )


def apply_words(address: str) -> str:
    """Return what a button says that leads to *address*: where one will end up.

    >>> apply_words("https://www.lakeside.example/jobs/1")
    'Apply at lakeside.example'
    >>> apply_words("mailto:hr@lakeside.example?subject=CM-1042")
    'Apply by email to hr@lakeside.example'
    """
    if address.startswith("mailto:"):
        return f"Apply by email to {address.removeprefix('mailto:').partition('?')[0]}"
    host = urlsplit(address).hostname
    return f"Apply at {host.removeprefix('www.')}" if host else "Apply online"


def apply_button(posting: Posting) -> str:
    """Return a link that looks like a button; empty where no address is given."""
    address = posting.requisition.apply_url
    if not address:
        return ""
    words = escape_html(apply_words(address))
    return f'<p class="apply"><a class="button" href="{escape_html(address)}">{words}</a></p>\n'


def ending(posting: Posting) -> str:
    """Return the footer: the button again, and exact addresses; empty without any of them."""
    places = posting.requisition.locations
    sites = _sites(posting.requisition) if any(map(_exact, places)) else ""
    lines = apply_button(posting) + (f"<p>{sites}</p>\n" if sites else "")
    return f'<footer class="end">\n{lines}</footer>\n' if lines else ""


def _sites(facts: Requisition) -> str:
    """Return where the work is done, each place of it, or where the office is."""
    places = dict.fromkeys(escape_html(tied(_address(place))) for place in facts.locations)
    several = "s" if len(places) > 1 else ""
    name = "Office" if facts.work_model is WorkModel.REMOTE else "Work site"
    # The mark between two places ends the line of the first.
    between = "\u00a0· "
    return f"{name}{several}: {between.join(places)}"


def shown(posting: Posting) -> set[str]:
    """Return the facts that these parts show, as a loss report names them."""
    return {
        f"locations[{index}].{name}"
        for index, place in enumerate(posting.requisition.locations)
        if _exact(place)
        for name in ("street", "postal_code")
    }


def _exact(place: Location) -> bool:
    return bool(place.street or place.postal_code)


def _address(place: Location) -> str:
    ending = f" {place.postal_code}" if place.postal_code else ""
    return f"{place.street}, {place}{ending}" if place.street else f"{place}{ending}"
