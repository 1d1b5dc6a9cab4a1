"""Many rows to one feed of a job board: each row gives its jobs, the feed is put together at the end."""

import json

from casemgr_jd.batching.sinks import UNFINISHED, LinesSink
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.feeds import FeedRenderer

__all__ = ["FeedSink", "JobElements"]


class JobElements:
    """Renders a posting as the jobs of a feed: a list in JSON of reference and element of each.

    Args:
        feed: the renderer of the feed.
    """

    media_type = "application/json"
    suffix = ".xml"

    def __init__(self, feed: FeedRenderer) -> None:
        self.feed = feed
        self.name: str = feed.name

    def render(self, posting: Posting, context: RenderContext = DEFAULT) -> str:
        """Return the jobs of a posting.

        Raises:
            RenderError: the board would refuse it; every reason is named.
        """
        return json.dumps(self.feed.job_elements(posting, context), ensure_ascii=False)


class FeedSink(LinesSink):
    """One feed; until it is put together, a file of lines with the jobs of each row."""

    def __init__(self, target: str, feed: FeedRenderer) -> None:
        super().__init__(target)
        self._feed = feed
        self._references: set[str] = set()
        self._count = 0

    def open(self, end: int = 0) -> None:
        super().open(end)
        if end:
            with self.aside.open(encoding="utf-8") as lines:
                for line in lines:
                    self._take(line)

    def put(self, name: str, row: int, requisition_id: str | None, data: bytes) -> int:
        """Take the jobs of a row.

        Raises:
            InputError: one of them bears the identifier of a job that is in the feed.
        """
        self._take(data.decode("utf-8"))
        return self.write_line(data)

    def _take(self, jobs: str) -> None:
        found = [reference for reference, _ in json.loads(jobs)]
        given = [one for one in found if one is not None]
        twice = [one for one in given if one in self._references]
        if twice:
            reason = f"{twice[0]!r} stands for two jobs"
            raise InputError([Problem("requisition_id", reason, "give each posting its own id")])
        self._references.update(given)
        self._count += len(found)

    def finish(self) -> None:
        """Put the feed together, and in its place.

        Raises:
            RenderError: the board takes fewer jobs in one feed.
        """
        self.stop()
        opening = self._feed.opening(self._count)
        made = self.target.with_name(f".{self.target.name}{UNFINISHED}")
        with made.open("w", encoding="utf-8", newline="") as out:
            out.write(opening)
            with self.aside.open(encoding="utf-8") as lines:
                for line in lines:
                    out.writelines(f"{job}\n" for _, job in json.loads(line))
            out.write(self._feed.closing)
        made.replace(self.target)

    def clear(self) -> None:
        """Take the lines away."""
        self.aside.unlink()
