"""Which licenses qualify a person for the job, as the text asks for them."""

import re

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context
from casemgr_jd.facts.credentials import OTHER_LICENSES
from casemgr_jd.facts.found import Credential
from casemgr_jd.facts.identity import ROLE
from casemgr_jd.facts.matches import stands
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said, pattern_of, phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["accepted_licenses", "licenses_in_title", "of_another_profession"]


def accepted_licenses(context: Context) -> frozenset[str] | None:
    """The licenses that qualify a person for the job; empty if it takes none; ``None`` if the text does not tell."""
    posting = context.posting
    if posting is not None:
        return None  # the builder's scope table has decided what this role may do
    facts = context.facts
    asked = [
        one
        for one in facts.credentials
        if one.kind == "license" and one.need not in ("none", "preferred")
    ]
    # whom one supervises or works with stands among the duties
    asked = [one for one in asked if not _among_duties(context, one)] or asked
    firm = frozenset(
        one.name for one in asked if one.need in ("required", "later") or _in_title(context, one)
    )
    if firm & OTHER_LICENSES:
        return None  # whoever holds one has a scope of practice of their own
    if firm:
        return firm
    if asked and any(
        context.source.block_at(one.span.start).section
        in ("required", "licensure", "qualifications", "title", "summary")
        for one in asked
    ):
        return None
    masters = any(
        one.name in ("master", "doctorate") and one.need != "preferred" for one in facts.credentials
    )
    if masters or "license" in _required_text(context.source) or _licensed_role(context):
        return None
    if of_another_profession(context):
        return None
    stated = (
        any(one.kind == "degree" for one in facts.credentials)
        or any(year.need == "required" for year in facts.years)
        or stands(context.source, _NO_LICENSE)
        or "unlicensed" in context.source.words
    )
    whole = context.whole and not facts.credentials
    return frozenset() if stated or whole else None


def of_another_profession(context: Context) -> bool:
    """Whether the title is that of a profession with a license and a scope of its own, or the text asks for a license to practice."""
    source, title = context.source, context.facts.title
    practice = phrases_in(source, phrase_list("licensure", "asked"))
    if any(not negated(source, Span(*one.span())) for one in practice):
        return True
    if title is None:
        return False
    named = pattern_of("licensure", "professions")
    return named.search(source.folded, title.span.start, title.span.end) is not None


def _licensed_role(context: Context) -> bool:
    """Whether the posting calls the job itself a licensed one, as in "Licensed Mental Health Program Manager"."""
    source = context.source
    return any(
        source.block_at(match.start()).section in ("title", "summary", "glance", "about")
        and ROLE.search(source.folded, match.end(), match.end() + 60)
        for match in source.finditer(_LICENSED_ROLE, frozenset({"licensed"}))
    )


_LICENSED_ROLE = late(r"(?<![a-z-])licensed(?= [a-z])")


_NO_LICENSE = Said("licensed", "no_license")


def _required_text(source: Source) -> str:
    """The folded text of the requirements, without driver's licenses."""
    asked = source.in_sections("required", "licensure", "qualifications")
    texts = [block.text.lower() for _, block in asked]
    return re.sub(
        r"driver['’]?s?['’]? licen[sc]e|driving licen[sc]e|(?:no|not) (?:[a-z]+ (?:or|and) )?licen[sc]\w*|licen[sc]e (?:is )?not|unlicensed",
        "",
        " ".join(texts),
    )


def licenses_in_title(context: Context) -> frozenset[str]:
    """The licenses that the title names."""
    named = (one for one in context.facts.credentials if one.kind == "license")
    return frozenset(one.name for one in named if _in_title(context, one))


def _among_duties(context: Context, credential: Credential) -> bool:
    return context.source.block_at(credential.span.start).section == "responsibilities"


def _in_title(context: Context, credential: Credential) -> bool:
    title = context.facts.title
    return title is not None and title.span.start <= credential.span.start < title.span.end
