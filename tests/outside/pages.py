"""Write pages of every kind into a folder, for a browser to look at: ``pages.py FOLDER``.

Postings complete and blank, with and without a theme, a report, an interview kit and a gallery.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from cases import cases  # noqa: E402

import casemgr_jd as jd  # noqa: E402
from casemgr_jd.checks.views.document import to_document  # noqa: E402
from casemgr_jd.cli.main import main  # noqa: E402
from casemgr_jd.renderers.page import HtmlPageRenderer  # noqa: E402
from casemgr_jd.renderers.theme import Theme  # noqa: E402

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">'
    b'<rect width="120" height="40" fill="#7a1f3d"/></svg>'
)
THEMES = {
    "plum": Theme(accent="#7a1f3d", font="Georgia", logo=LOGO, logo_alt="Lakeside Health"),
    "palest": Theme(accent="#767676"),
    "black": Theme(accent="#000000"),
    "yellow": Theme(accent="#7a6a00"),
}
WRITER = jd.RenderContext(audience="writer")


def pages(examples: Path) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, one in cases():
        made[name] = jd.render(one, "html")
    posting = jd.build(jd.load_requisition(examples / "hospital-senior-rn.toml"))
    for name, theme in THEMES.items():
        made[f"theme-{name}"] = HtmlPageRenderer(theme=theme).render(posting)
    blank = jd.draft().for_setting("home_health").at_tier("lead").build()
    made["blank"] = jd.render(blank, "html")
    made["writer"] = jd.render(blank, "html", WRITER)
    made["report"] = jd.render(to_document(jd.check(blank)), "html")

    entry = jd.load_requisition(examples / "hospital-entry-care-coordinator.toml")
    made["comparison"] = jd.render(jd.compare(jd.build(entry), posting).to_document(), "html")
    made["requisition"] = jd.render(posting.requisition.to_document(), "html")
    made["kit"] = jd.render(jd.interview_kit(posting).to_document(), "html")
    header = [f"Candidate {number}" for number in range(12)]
    table = jd.Table(["Competency", *header], [["Assessment", *header]], "Scores")
    made["table"] = jd.render(jd.Document("Scorecard", [table]), "html")
    return made


def write(folder: Path) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples"
    folder.mkdir(parents=True)
    for name, page in pages(examples).items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    gallery = folder.parent / f"{folder.name}-gallery"
    try:
        main(["render", str(examples / "home-health-entry-rn.toml"), "--gallery", str(gallery)])
    except SystemExit as stop:
        if stop.code:
            raise
    (folder / "gallery-index.html").write_bytes((gallery / "index.html").read_bytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
