"""A table of requisitions as an HRIS exports it, in its own names and codes; the same rows each time.

``python benchmarks/make_requisitions.py ROWS FILE`` writes a larger one, all of whose rows are good;
``examples/requisitions.csv`` was made with ``example`` and holds 25 bad rows, each bad in its own way.
"""

import csv
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

HEADER = (
    "Req ID",
    "Dept",
    "Job Code",
    "Level",
    "Legal Entity",
    "Worksite City",
    "Worksite St",
    "Worksite ZIP",
    "FT/PT",
    "Work Arrangement",
    "Min Pay",
    "Max Pay",
    "Pay Basis",
    "FLSA",
    "Benefit Plan",
    "Yrs Exp",
    "Hours/Wk",
    "Shift",
    "Driving",
    "Travel",
    "Supervisor Title",
    "EHR",
    "Headcount",
    "Post Date",
    "Close Date",
    "Apply Link",
    "Cost Center",
    "Approved By",
)
PLACES = (
    ("Denver", "CO", "80204"),
    ("Pueblo", "CO", "81003"),
    ("Boise", "ID", "83702"),
    ("Phoenix", "AZ", "85004"),
    ("Dallas", "TX", "75201"),
    ("Columbus", "OH", "43215"),
    ("Raleigh", "NC", "27601"),
    ("Boston", "MA", "02114"),
    ("Newark", "NJ", "07102"),
    ("Seattle", "WA", "98104"),
    ("Los Angeles", "CA", "90012"),
    ("Chicago", "IL", "60612"),
)
JOBS = (
    # department, job codes that go with it, employer, lowest yearly pay, exempt
    ("ACUTE", ("CM-RN", "DP"), "Lakeside Health", 78_000, "E"),
    ("MCO", ("CM-RN", "UR-RN", "CC"), "Front Range Health Plan", 74_000, "E"),
    ("BH", ("BH-CM", "CM-LCSW"), "Harbor Behavioral Care", 62_000, "E"),
    ("HHH", ("HH-RN",), "Prairie Home Health", 76_000, "N"),
    ("HOSPICE", ("MSW", "CM-RN"), "Prairie Home Health", 68_000, "E"),
    ("COMM", ("CM-BA", "NAV"), "Riverbend Community Services", 44_000, "N"),
    ("SCHOOL", ("CM-BA",), "Riverbend Community Services", 45_000, "N"),
    ("REFUGEE", ("CM-BA",), "New Start Resettlement", 46_000, "N"),
)
LEVELS = {"E": 0, "S": 9_000, "L": 17_000}
SUPERVISORS = ("Director of Case Management", "Manager of Care Coordination", "Program Manager")
FIRST_DAY = date(2026, 11, 2)


def rows(count: int) -> Iterator[list[str]]:
    """Yield good rows, the same ones each time."""
    chance = random.Random(14)
    for number in range(1, count + 1):
        department, codes, employer, lowest, status = chance.choice(JOBS)
        level = chance.choice("ESL")
        low = lowest + LEVELS[level] + chance.randrange(0, 8) * 500
        by_hour = status == "N"
        ends = (low, low + 12_000 + chance.randrange(0, 9) * 1_000)
        pay = [f"{end / 2080:.2f}" for end in ends] if by_hour else [f"{end:,}" for end in ends]
        posted = FIRST_DAY + timedelta(days=chance.randrange(0, 24))
        closing = posted + timedelta(days=chance.choice((21, 30, 45)))
        yield [
            f"R-{26_000 + number}",
            department,
            chance.choice(codes),
            level,
            employer,
            *chance.choice(PLACES),
            chance.choice(("FT", "FT", "FT", "PT")),
            chance.choice(("OS", "OS", "HY")),
            *pay,
            "HR" if by_hour else "YR",
            status,
            chance.choice(("FT-A", "FT-B")),
            {"E": "0-2", "S": "3+", "L": "5+"}[level],
            chance.choice(("40", "40", "36", "24-32")),
            chance.choice(("D", "D", "E")),
            "Y" if department in ("HHH", "HOSPICE", "COMM") else "N",
            chance.choice(("0-10%", "0%", "20%")),
            chance.choice(SUPERVISORS),
            chance.choice(("Epic", "Meditech", "")),
            chance.choice(("2,400", "850", "")),
            f"{posted.month}/{posted.day}/{posted.year}",
            "OPEN" if chance.random() < 0.2 else f"{closing.month}/{closing.day}/{closing.year}",
            f"https://jobs.example/apply/r-{26_000 + number}",
            f"CC{chance.randrange(100, 999)}",
            chance.choice(("A. Ortiz", "M. Chen", "P. Novak")),
        ]


BAD: tuple[dict[str, str], ...] = (
    {"Level": "X9"},
    {"Dept": "ONCOLOGY"},
    {"Job Code": "CM-DVM"},
    {"Min Pay": "98,000", "Max Pay": "78,000", "Pay Basis": "YR"},
    {"Max Pay": ""},
    {"Min Pay": "DOE"},
    {"Worksite St": "ZZ"},
    {"Post Date": "12/20/2026", "Close Date": "12/1/2026"},
    {"Post Date": "TBD"},
    {"FT/PT": "SEASONAL"},
    {"Work Arrangement": "MOON"},
    {"FLSA": "maybe"},
    {"Apply Link": "ask at the front desk"},
    {"Yrs Exp": "5-3"},
    {"Yrs Exp": "some"},
    {"Min Pay": "-52,000"},
    {"Max Pay": "99,999,999"},
    {"Close Date": "31/12/2026"},
    {"Travel": "140%"},
    {"Driving": "if need be"},
    {"Pay Basis": "FORTNIGHT"},
    {"Headcount": "about 800"},
    {"Close Date": "2/30/2027"},
    {"Min Pay": "72O00"},
    {"Level": "??", "Worksite St": "Cascadia", "Headcount": "-3"},
)
"""What makes a row bad: each in its own way, the last in three."""


def example(count: int = 500) -> Iterator[list[str]]:
    """Yield rows of which one in twenty is bad."""
    step = count // len(BAD)
    for number, row in enumerate(rows(count)):
        if number % step == step - 3:
            wrong = BAD[number // step]
            yield [wrong.get(name, cell) for name, cell in zip(HEADER, row, strict=True)]
        else:
            yield row


def write(path: Path, made: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(made)


if __name__ == "__main__":
    if sys.argv[1] == "example":
        write(Path(__file__).parent.parent / "examples" / "requisitions.csv", example())
    else:
        write(Path(sys.argv[2]), rows(int(sys.argv[1])))
