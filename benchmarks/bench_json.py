"""Reading saved postings, beside the standard library reading the same text as plain data."""

import json
from itertools import cycle

from _interleave import medians, report

import casemgr_jd as jd

PLACES = (("Denver", "CO"), ("Austin", "TX"), ("Seattle", "WA"))


def saved() -> list[str]:
    """Ninety saved postings: each setting, level and role at three places, with facts of its own."""
    jobs = [
        (setting, tier, role)
        for setting in ("hospital", "managed_care", "home_health", "behavioral", "social_services")
        for tier in ("entry", "senior", "lead")
        for role in ("case_manager", "care_coordinator")
    ]
    return [
        jd.dumps(
            jd.draft()
            .for_setting(setting)
            .at_tier(tier)
            .as_role(role)
            .fill(
                organization=f"Lakeside Health {number}",
                locations=[jd.Location(*place)],
                pay=jd.PayRange(60_000 + 1_000 * number, 95_000 + 500 * number),
                benefits=["medical", f"plan {number}"],
            )
            .build()
        )
        for number, (setting, tier, role) in enumerate(jobs)
        for place in PLACES
    ]


if __name__ == "__main__":
    texts = saved()
    ours, theirs = cycle(texts), cycle(texts)
    found = medians(
        {"loads": lambda: jd.loads(next(ours)), "json": lambda: json.loads(next(theirs))},
        rounds=25,
        seconds=0.3,
    )
    report("loads of a saved posting", found["loads"], found["json"], "json.loads", "<= 5.5")
    one = cycle(texts[:1])
    found = medians(
        {"loads": lambda: jd.loads(next(one)), "json": lambda: json.loads(texts[0])}, rounds=25
    )
    report("loads of the same one again", found["loads"], found["json"], "json.loads", "<= 5.5")
