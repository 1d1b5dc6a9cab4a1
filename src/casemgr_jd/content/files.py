"""The content files that make up the catalog, in order.

Imports nothing of ours: the build loads this file by its path, to pack the same files into the wheel.
"""

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["FILES", "PARTS", "gathered"]

FILES = (
    "fields.toml",
    "template.toml",
    "sections.toml",
    "settings.toml",
    "tiers.toml",
    "roles.toml",
    "related.toml",
    "scope.toml",
    "caseloads.toml",
    "kpis.toml",
    "pay.toml",
    "compliance.toml",
    "interview.toml",
    "faqs.toml",
    "guide.toml",
    "occupations.toml",
    "advice.toml",
    "screening.toml",
)
PARTS: dict[str, tuple[str, ...]] = {
    "settings.toml": (
        "settings/hospital.toml",
        "settings/managed_care.toml",
        "settings/behavioral.toml",
        "settings/home_health.toml",
        "settings/social_services.toml",
        "settings/specialty.toml",
        "settings/general.toml",
        # Nurses whose title names review or long illness stand before what coaches of any license are told.
        "settings/titled_health_plans.toml",
        "settings/titled_plans.toml",
        # A nurse named after workers' compensation is an insurer's more often than a law office's.
        "settings/titled_health_hospital.toml",
        "settings/titled_health_home.toml",
        "settings/titled_health.toml",
        "settings/titled_health_craft.toml",
        "settings/titled_health_general.toml",
        # In mental health care a group home is one for mental illness, unless a title says otherwise.
        "settings/titled_community_homes.toml",
        "settings/titled_community_lives.toml",
        "settings/titled_community_minds.toml",
        "settings/titled_community_families.toml",
        "settings/titled_community_safety.toml",
        "settings/titled_community_housing.toml",
        "settings/titled_community_treatment.toml",
        "settings/titled_community_justice.toml",
        "settings/titled_community_law.toml",
        "settings/titled_community_schools.toml",
        "settings/titled_community_young.toml",
        "settings/titled_community_income.toml",
        "settings/titled_community.toml",
        # What a title names in words of its own.
        "settings/titled_named.toml",
        # Only the people served, where nothing else is named.
        "settings/titled_people.toml",
        # What trades of one kind share, and what a title asks of the person.
        "settings/titled_kinds.toml",
    ),
    "roles.toml": (
        "roles/care_coordinator.toml",
        "roles/social_worker.toml",
        "roles/utilization_review_nurse.toml",
        "roles/discharge_planner.toml",
        "roles/population_health_nurse.toml",
        "roles/behavioral_health_case_manager.toml",
        "roles/home_health_rn.toml",
        "roles/medical_social_worker.toml",
        "roles/legal_case_manager.toml",
        "roles/patient_navigator.toml",
    ),
}
"""Files that are read as parts of another: each setting and each role is written in one of its own."""


def gathered(parse: Callable[[str], Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return the tables of every file, parts joined to the file that they belong to.

    *parse* takes the name of a file, such as ``"settings/hospital.toml"``, and returns its tables.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for name in FILES:
        table: dict[str, Any] = dict(parse(name))
        for part in PARTS.get(name, ()):
            for key, value in parse(part).items():
                table[key] = [*table.get(key, ()), *value] if isinstance(value, list) else value
        found[name] = table
    return found
