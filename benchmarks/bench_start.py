"""Start-up: importing the package, and the whole job from start to exit, as processes."""

import subprocess
import sys

from _interleave import medians, report

JOB = (
    "import casemgr_jd as jd; jd.load_catalog(); "
    "p = jd.draft().for_setting('hospital').at_tier('senior').as_role('rn')"
    ".fill(organization='Lakeside Health').build(); jd.render(p, 'markdown')"
)


def process(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


if __name__ == "__main__":
    found = medians(
        {
            "bare": lambda: process("pass"),
            "import": lambda: process("import casemgr_jd"),
            "attrs": lambda: process("import attrs"),
            "job": lambda: process(JOB),
        },
        rounds=25,
        seconds=0,
    )
    report("import casemgr_jd", found["import"], found["bare"], "a bare interpreter", "<= 1.15")
    report(
        "start, load, build, Markdown, exit", found["job"], found["attrs"], "import attrs", "<= 1.8"
    )
