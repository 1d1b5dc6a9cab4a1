"""Start-up: importing the package, the whole job from start to exit, and commands, as processes.

Run it in an environment into which the wheel was installed; with proselint beside it, the check command is
measured against that.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from _interleave import medians, report

JOB = (
    "import casemgr_jd as jd; jd.load_catalog(); "
    "p = jd.draft().for_setting('hospital').at_tier('senior').as_role('rn')"
    ".fill(organization='Lakeside Health').build(); jd.render(p, 'markdown')"
)
REQUISITION = (
    'organization = "Lakeside Health"\nsetting = ["hospital"]\ntier = "senior"\nrole = "rn"\n'
)


def process(*arguments: str, status: tuple[int, ...] = (0,)) -> Callable[[], None]:
    def run() -> None:
        done = subprocess.run(arguments, capture_output=True, check=False)
        if done.returncode not in status:
            raise RuntimeError(done.stderr.decode())

    return run


def python(code: str) -> Callable[[], None]:
    return process(sys.executable, "-c", code)


def beside(name: str) -> str | None:
    """Return the command of that name in this environment."""
    return shutil.which(name, path=str(Path(sys.executable).parent))


if __name__ == "__main__":
    folder = Path(tempfile.mkdtemp())
    requisition, posting = folder / "requisition.toml", folder / "posting.md"
    requisition.write_text(REQUISITION, encoding="utf-8")
    ours = beside("casemgr-jd") or "casemgr-jd"
    subprocess.run([ours, "render", requisition, "-o", posting], check=True, capture_output=True)
    candidates = {
        "bare": python("pass"),
        "import": python("import casemgr_jd"),
        "attrs": python("import attrs"),
        "job": python(JOB),
        "render": process(ours, "render", str(requisition), "-f", "markdown"),
        "check": process(ours, "check", str(posting), status=(0, 1)),
    }
    proselint = beside("proselint")
    if proselint:
        candidates["proselint"] = process(proselint, "check", str(posting), status=(0, 1))
    found = medians(candidates, rounds=25, seconds=0)
    report("import casemgr_jd", found["import"], found["bare"], "a bare interpreter", "<= 1.15")
    report(
        "start, load, build, Markdown, exit", found["job"], found["attrs"], "import attrs", "<= 1.8"
    )
    report("the render command", found["render"], found["attrs"], "import attrs", "<= 1.6")
    report("the check command", found["check"], found["attrs"], "import attrs", "none")
    if proselint:
        report("the check command", found["check"], found["proselint"], "proselint", "<= 1.35")
