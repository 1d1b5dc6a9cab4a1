"""Memory: 10,000 variants held at once, in KiB each."""

import tracemalloc

import casemgr_jd as jd

if __name__ == "__main__":
    common = jd.Requisition(setting="hospital", tier="senior", role="rn")
    found = jd.variants(common, organization=[f"Employer {number}" for number in range(10_000)])
    found[0]
    tracemalloc.start()
    held = list(found)
    size, _ = tracemalloc.get_traced_memory()
    print(f"10,000 variants: {size / len(held) / 1024:.2f} KiB each (goal <= 2.5)")
