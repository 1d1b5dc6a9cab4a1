"""The rest of the guide as functions: which title, which questions, what the guide says.

>>> from casemgr_jd.content.load import load_catalog
>>> guide(load_catalog(), "definition").blocks[0].id
'definition'
"""

from casemgr_jd.hiring.advice import Advice, recommend_role
from casemgr_jd.hiring.kit import InterviewKit, interview_kit
from casemgr_jd.hiring.writers_guide import guide, topics

__all__ = ["Advice", "InterviewKit", "guide", "interview_kit", "recommend_role", "topics"]
