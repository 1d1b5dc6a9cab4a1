"""How the slots of a posting read, each found out when a hook asks for it: most stand in no text."""

from collections.abc import Iterator, Mapping

from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display

__all__ = ["Readings"]


class Readings(Mapping[str, str | None]):
    """How each declared slot of a posting reads; ``None`` for each blank one."""

    def __init__(self, posting: Posting) -> None:
        self._requisition = posting.requisition
        self._slots = posting._by_id

    def __getitem__(self, slot_id: str) -> str | None:
        return display(self._requisition, self._slots[slot_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._slots)

    def __len__(self) -> int:
        return len(self._slots)
