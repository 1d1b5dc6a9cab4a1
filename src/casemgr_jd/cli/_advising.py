"""Advice on the role, before it is asked for."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from casemgr_jd.cli._questions import prompt
from casemgr_jd.cli._streams import tell
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError
from casemgr_jd.hiring.advice import Advice, recommend_role

__all__ = ["ask_for_advice", "told"]

_ANSWERS = {"y": True, "yes": True, "n": False, "no": False, "": None}


def told(advice: Advice) -> str:
    """Return advice on the role as a sentence or two."""
    runner_up = f" Runner-up: {advice.runner_up.called}." if advice.runner_up else ""
    return f"Advice: {advice.role.called} ({advice.role.id}). {advice.reasons[0]}{runner_up}"


def ask_for_advice(
    facts: Mapping[str, Any],
    catalog: Catalog,
    duties: Iterable[str],
    owns: bool | None,
    command: Callable[[str], bool],
) -> None:
    """Ask for the core duties, where none are given, and tell the role that they speak for.

    Args:
        facts: what is known so far.
        catalog: the content.
        duties: those that were named before the conversation.
        owns: whether the person owns the plan of care; ``None`` to ask.
        command: takes what was said; tells whether it is a command, upon which no advice is given.
    """
    named = [duty for rule in catalog.title_rules for duty in rule.duties]
    said = list(duties)
    if not said:
        numbered = ", ".join(f"{number}\u00a0{one}" for number, one in enumerate(named, 1))
        tell(
            f"  The core duties decide the title; name them for advice on it.\n  Options: {numbered}"
        )
    while True:
        try:
            words = "" if said else prompt("Core duties (several: separate with commas)")
            asked = said or _duties(words, named)
            if command(words) or not asked:
                return
            # Tells unknown duties before anything else is asked.
            recommend_role(duties=asked, catalog=catalog)
            if owns is None:
                words = prompt("Does the person own the plan of care? yes or no")
                if command(words):
                    return
                owns = _ANSWERS.get(words.lower())
            advice = recommend_role(
                duties=asked,
                owns_plan_of_care=owns,
                setting=facts.get("setting", ()),
                catalog=catalog,
            )
        except InputError as error:
            tell(str(error))
            said, owns = [], None
        else:
            tell(told(advice))
            return


def _duties(said: str, named: list[str]) -> list[str]:
    parts = [one.strip() for one in said.split(",") if one.strip() not in ("", "-")]
    return [
        named[int(one) - 1] if one.isdecimal() and 1 <= int(one) <= len(named) else one
        for one in parts
    ]
