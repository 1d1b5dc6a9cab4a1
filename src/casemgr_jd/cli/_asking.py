"""The conversation of ``casemgr-jd new --interactive``: section by section, back and forth, then a review."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from casemgr_jd._names import snake
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.cli._advising import ask_for_advice
from casemgr_jd.cli._questions import ask, prompt, questions
from casemgr_jd.cli._streams import tell
from casemgr_jd.cli._toml import toml
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.requisition import Requisition

__all__ = ["Conversation"]

_HOW = (
    "Answer in your own words, or with the number of an option. Enter leaves a fact blank: nothing is filled "
    'in for you. "back" returns to the question before, "skip" goes to the next part, "done" to the review, '
    'and "-" takes out what was answered before. Ctrl-C ends, and what you answered is kept.'
)
_COMMANDS = ("back", "skip", "done", "-")


class Conversation:
    """What was asked and answered so far; it can be ended at any point without losing an answer."""

    def __init__(
        self,
        given: Mapping[str, Any],
        catalog: Catalog,
        duties: Iterable[str],
        owns_plan: bool | None,
    ) -> None:
        self.facts: dict[str, Any] = dict(given)
        self._given = frozenset(given)
        self._catalog = catalog
        self._advice: Callable[[], None] = lambda: ask_for_advice(
            self.facts, catalog, duties, owns_plan, self._is_command
        )
        self._said = ""
        self._groups = {group.id: group.title for group in catalog.field_groups}

    def hold(self) -> None:
        """Ask for each fact that was not given, then show all of it until the person is content."""
        tell(_HOW)
        self._ask_all()
        while (plan := self._reviewed()) is not None:
            self._ask(plan)

    def _ask_all(self) -> None:
        at, part = 0, ""
        while at < len(plans := self._open()):
            plan = plans[at]
            if plan.group != part:
                part = plan.group
                count = sum(one.group == part for one in plans)
                tell(f"\n{self._groups[part]} ({count} question{'s' * (count != 1)})")
            tell(f"\n{at + 1} of {len(plans)}{self._kept(plan)}")
            command = self._advised(plan) or self._ask(plan)
            at = self._next(command, plan, at)
            if command == "done":
                return

    def _advised(self, plan: FieldPlan) -> str:
        """Give advice before a role is asked for; return the command if one was given instead."""
        self._said = ""
        if plan.name == "role":
            self._advice()
        return self._said.removeprefix("-")

    def _next(self, command: str, plan: FieldPlan, at: int) -> int:
        if command == "back":
            if at == 0:
                tell("This is the first question.")
            return max(at - 1, 0)
        plans = self._open()
        # An answer may have brought questions, or taken some away.
        here = next((index for index, one in enumerate(plans) if one.name == plan.name), at)
        if command == "skip":
            later = (i for i in range(here, len(plans)) if plans[i].group != plan.group)
            return next(later, len(plans))
        return here + 1

    def _open(self) -> tuple[FieldPlan, ...]:
        own = self.facts.get("extra", {}) if "extra" in self._given else {}
        return tuple(
            one
            for one in questions(self._catalog, self.facts)
            if one.name not in self._given and one.name not in own
        )

    def _ask(self, plan: FieldPlan) -> str:
        """Ask one question; keep what was answered, and return the command if one was given."""
        self._said = ""
        before = {name: one for name, one in self.facts.items() if name != plan.name}
        found = ask(plan, before, self._catalog, self._is_command)
        if found:
            self.facts.update(found)
        elif self._said == "-":
            self._take_out(plan)
        return self._said

    def _is_command(self, said: str) -> bool:
        self._said = said.lower() if said.lower() in _COMMANDS else ""
        return bool(self._said)

    def _take_out(self, plan: FieldPlan) -> None:
        if plan.kind == "extra":
            rest = {
                key: one for key, one in self.facts.get("extra", {}).items() if key != plan.name
            }
            self.facts["extra"] = rest
        else:
            self.facts.pop(plan.name, None)

    def _kept(self, plan: FieldPlan) -> str:
        words = self._words(plan)
        return f" (now {words}; Enter keeps it)" if words else ""

    def _words(self, plan: FieldPlan) -> str:
        if plan.kind == "extra":
            return str(self.facts.get("extra", {}).get(plan.name, ""))
        return toml(getattr(Requisition(**self.facts), plan.name))

    def _reviewed(self) -> FieldPlan | None:
        """Show all that is known, and return what is to be asked again; nothing once all is well."""
        plans = questions(self._catalog, self.facts)
        tell("\nReview")
        for group, title in self._groups.items():
            lines = [(one, self._words(one)) for one in plans if one.group == group]
            known = [f"  {one.name}: {words}" for one, words in lines if words]
            if known:
                tell("\n".join([title, *known]))
        missing = self._missing()
        tell(
            f"Needed and blank: {', '.join(missing)}."
            if missing
            else "Nothing that is needed is blank."
        )
        while True:
            said = prompt("Enter to write the file, or the name of a fact to change it")
            if not said:
                return None
            for plan in plans:
                if snake(said) in (plan.name, snake(plan.label)):
                    return plan
            tell(f"{said!r} is no fact; the names stand before the colons.")

    def _missing(self) -> list[str]:
        posting = build(Requisition(**self.facts), catalog=self._catalog)
        return [posting.slot(name).label for name in posting.unfilled]
