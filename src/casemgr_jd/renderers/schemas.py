"""The schemas in the package: our own readings of documentation, each headed with whose and when."""

from casemgr_jd._resources import read_text
from casemgr_jd.errors import UnknownNameError

__all__ = ["SCHEMAS", "schema"]

SCHEMAS = {
    "greenhouse": "greenhouse.schema.json",
    "indeed": "indeed.xsd",
    "jsonld": "jsonld.schema.json",
    "jsonresume": "jsonresume.schema.json",
    "lever": "lever.schema.json",
    "linkedin": "linkedin.xsd",
    "smartrecruiters": "smartrecruiters.schema.json",
}
"""The file of each format: a JSON Schema (2020-12) or an XSD."""


def schema(format: str) -> str:
    """Return the text of the schema of a format.

    Raises:
        UnknownNameError: there is none of that name; the message lists those that exist.

    >>> "our own reading" in schema("jsonld")
    True
    """
    name = format.strip().lower()
    if name not in SCHEMAS:
        raise UnknownNameError("schema", format, sorted(SCHEMAS))
    return read_text("data", "schemas", SCHEMAS[name])
