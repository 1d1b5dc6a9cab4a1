"""A house style: what an employer says, shows, checks and publishes alike in every posting.

>>> from casemgr_jd import HouseStyle, Requisition, draft
>>> style = HouseStyle(letterhead=["Lakeside Health · {phone}"], values={"phone": "303-555-0100"})
>>> posting = draft().pipe(style).with_requisition(Requisition(tier="senior")).build()
>>> str(posting.blocks[0].text)
'Lakeside Health · {phone}'
>>> posting.value("phone")
'303-555-0100'
"""

from casemgr_jd.house.check_choices import CheckChoices
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.house.installed import STYLES
from casemgr_jd.house.own_section import OwnSection
from casemgr_jd.house.settings import house_style_of, load_house_style

__all__ = [
    "STYLES",
    "CheckChoices",
    "HouseStyle",
    "OwnSection",
    "house_style_of",
    "load_house_style",
]
