"""Words that a house does not use, as a rule of the checker."""

from collections.abc import Mapping

from casemgr_jd._names import joined
from casemgr_jd.checks.rule import Rule, Term

__all__ = ["CODE", "house_rules", "phrase_problem"]

CODE = "STY001"


def house_rules(banned: Mapping[str, str]) -> tuple[Rule, ...]:
    """Return the rule that finds words which a house bans, each with what to write in its place."""
    if not banned:
        return ()
    terms = tuple(_term(words, instead) for words, instead in banned.items())
    listed = joined([f'"{one}"' for one in banned], "and")
    rule = Rule(
        code=CODE,
        slug="house-words",
        title="Words that the house style bans",
        message='Leave "{match}" out.',
        why=f"The house style bans {listed}.",
        terms=terms,
        exempt=(),
    )
    return (rule,)


def _term(words: str, instead: str) -> Term:
    find = (words.lower(),)
    if not instead:
        return Term(find)
    # A brace in a message stands for a field of the hit.
    shown = instead.replace("{", "").replace("}", "")
    return Term(find, (instead,), message=f'Write "{shown}" in place of "{{match}}".')


def phrase_problem(words: str) -> str:
    """Return why words cannot be looked for; nothing where they can."""
    from casemgr_jd.reading.phrases import compile_phrase

    try:
        phrase = compile_phrase(words.lower())
        matches_nothing = phrase.pattern.match("") is not None
    except Exception as error:  # what a phrase breaks on is of many kinds
        return f"cannot be looked for: {error}"
    return "would be found everywhere" if matches_nothing else ""
