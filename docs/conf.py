"""Settings of the documentation build."""

import sys
from pathlib import Path

from casemgr_jd import __version__

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from crosswalk_pages import write_crosswalk_pages  # noqa: E402
from law_pages import write_law_page  # noqa: E402
from reference_pages import write_reference_pages  # noqa: E402
from rule_pages import write_family_pages, write_rules_page  # noqa: E402

write_crosswalk_pages(HERE / "crosswalks")
write_rules_page(HERE / "rules.md")
write_family_pages(HERE / "rules")
write_law_page(HERE / "law.md")
write_reference_pages(HERE / "reference")

project = "casemgr_jd"
author = "The casemgr_jd authors"
version = release = __version__

extensions = ["myst_nb"]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
exclude_patterns = ["_build", "jupyter_execute"]
# Notebooks are run in each build, and a cell that fails fails the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nitpicky = True

html_theme = "furo"
html_title = f"casemgr_jd {__version__}"
