"""What every posting of this house has in common, as one value that the entry point offers."""

from casemgr_jd import CheckChoices, HouseStyle, OwnSection, Theme

__all__ = ["house_style"]


def house_style() -> HouseStyle:
    """Return the style: letterhead, a section, new words, look, and what the checker is told."""
    return HouseStyle(
        letterhead="{organization} · {phone}",
        values={"phone": "303-555-0100"},
        facts={"organization": "Lakeside Health", "benefits": ["medical", "dental"]},
        sections=[OwnSection("questions", "Questions?", "Call {phone}.", before="eeo")],
        renames={"responsibilities": "Your work here"},
        banned={"rock star~": "colleague"},
        theme=Theme(accent="#7a1f3d"),
        checks=CheckChoices(ignore="REA"),
        outlets={"linkedin": {"company_id": 42}},
    )
