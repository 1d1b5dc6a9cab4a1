"""Lets the tests of this folder import the module about planted defects."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
