"""The content files that make up the catalog, in order.

Imports nothing of ours: the build loads this file by its path, to pack the same files into the wheel.
"""

__all__ = ["FILES"]

FILES = (
    "slots.toml",
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
