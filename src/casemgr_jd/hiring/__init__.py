"""The rest of the guide as functions: which title, which questions.

>>> recommend_role(duties=["scheduling", "referrals"]).role.title
'Care Coordinator'
"""

from casemgr_jd.hiring.advice import Advice, recommend_role
from casemgr_jd.hiring.kit import InterviewKit, interview_kit
from casemgr_jd.hiring.title_review import TitleReview, review_title

__all__ = [
    "Advice",
    "InterviewKit",
    "TitleReview",
    "interview_kit",
    "recommend_role",
    "review_title",
]
