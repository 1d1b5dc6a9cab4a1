"""Advice on the role, before it is asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from casemgr_jd.cli._questions import prompt
from casemgr_jd.cli._streams import say
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
    facts: Mapping[str, Any], catalog: Catalog, duties: Iterable[str], owns: bool | None
) -> None:
    """Ask for the core duties, where none are given, and tell the role that they speak for."""
    named = [duty for rule in catalog.title_rules for duty in rule.duties]
    said = list(duties)
    if not said:
        numbered = ", ".join(f"{number} {one}" for number, one in enumerate(named, 1))
        say(
            f"  The core duties decide the title; name them for advice on it.\n  Options: {numbered}"
        )
    while True:
        try:
            asked = said or _duties(named)
            if not asked:
                return
            # Tells unknown duties before anything else is asked.
            recommend_role(duties=asked, catalog=catalog)
            if owns is None:
                owns = _ANSWERS.get(
                    prompt("Does the person own the plan of care? yes or no").lower()
                )
            advice = recommend_role(
                duties=asked,
                owns_plan_of_care=owns,
                setting=facts.get("setting", ()),
                catalog=catalog,
            )
        except InputError as error:
            say(str(error))
            said, owns = [], None
        else:
            say(told(advice))
            return


def _duties(named: list[str]) -> list[str]:
    said = prompt("Core duties (several: separate with commas)")
    parts = [one.strip() for one in said.split(",") if one.strip() not in ("", "-")]
    return [
        named[int(one) - 1] if one.isdecimal() and 1 <= int(one) <= len(named) else one
        for one in parts
    ]
