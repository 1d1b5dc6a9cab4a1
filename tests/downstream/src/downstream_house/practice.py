"""What this house does that the guide does not know: a setting, a tier and a role of its own."""

from casemgr_jd import (
    KPI,
    Bound,
    CaseloadRange,
    Citation,
    Condition,
    Direction,
    Item,
    PostingBuilder,
    Role,
    SeniorityTier,
    SettingModule,
)

__all__ = ["CLINIC", "PRINCIPAL", "WOUND_NURSE", "practice"]

SOURCE = Citation("Handbook of the wound clinic", "Lakeside Health")
CLINIC = SettingModule(
    id="wound_clinic",
    name="Wound Clinic",
    noun="wound clinic",
    population="patients",
    items=[
        Item("clinic.round", "Round with the wound team at {organization}.", priority=1),
        Item(
            "clinic.teach",
            "Teach dressing changes to new staff.",
            when=Condition(tier="principal"),
            source=SOURCE,
        ),
    ],
    caseload=CaseloadRange(40, 60, "patients", "active panel", ["healing time"], source=SOURCE),
    kpis=[
        KPI(
            id="kpi.wound_clinic.healed",
            name="Wounds healed",
            unit="days",
            direction=Direction.LOWER,
            target=90,
            comparison=Bound.AT_MOST,
        ),
        KPI("kpi.wound_clinic.returns", "Return visits kept", direction="higher"),
    ],
)
PRINCIPAL = SeniorityTier(
    id="principal",
    name="Principal Case Manager",
    title_prefix="Principal",
    experience=8,
    scope=[Item("principal.standard", "Set the standard of wound care for the region.")],
)
WOUND_NURSE = Role("wound_nurse", "Wound Nurse", licenses="RN", defaults={"license": "RN"})


def practice(builder: PostingBuilder) -> PostingBuilder:
    """Return the builder with all three: a step, as a house style is."""
    return builder.for_setting(CLINIC).at_tier(PRINCIPAL).as_role(WOUND_NURSE)
