"""What a posting could say and does not yet: a sentence that waits for a fact."""

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import node
from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value, cleaned
from casemgr_jd.model.text import Text, as_text

__all__ = ["OpenOption"]


@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class OpenOption(Value):
    """A sentence that would stand if a fact were given; shown to the writer, never to a candidate.

    >>> from casemgr_jd import draft
    >>> caseload = [one for one in draft().for_setting("hospital").build().open_options
    ...     if one.fields == ("caseload",)]
    >>> caseload[0].section, caseload[0].adopt
    ('facts', '12–22 patients per day')
    """

    fields: tuple[str, ...] = field(default=(), converter=strings)
    """The requisition fields that are to be given."""
    section: str = ""
    """Id of the section in which the sentence would stand."""
    text: Text = field(default=Text(), converter=as_text)
    """The sentence with its blanks."""
    label: str = ""
    """What would stand in bold before it."""
    id: str = ""
    """Id of the item; empty where the employer's own sentences would stand."""
    tip: str = ""
    """Advice to the writer."""
    options: tuple[str, ...] = field(default=(), converter=strings)
    """Suggestions; the employer's own words are accepted as well."""
    adopt: str = ""
    """What the value ``"guide"`` would take over, in words; empty where nothing can be."""
    heading: str = ""
    """Heading of the section in which the sentence would stand."""
