"""Settings of the documentation build."""

from casemgr_jd import __version__

project = "casemgr_jd"
author = "The casemgr_jd authors"
version = release = __version__

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = f"casemgr_jd {__version__}"
