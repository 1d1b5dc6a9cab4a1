"""What a finding says is true of the words it points at, and a fact in plain sight is not asked for."""

import pytest

from casemgr_jd.checks import check_document


@pytest.mark.parametrize(
    "words", ["substance abuse programs", "drug abuse treatment", "alcohol abuse services"]
)
def test_a_service_is_said_to_have_an_older_name_and_not_to_label_anybody(words: str) -> None:
    report = check_document(f"- Refer people to {words} in the county.\n")
    told = [one.message for one in report.findings if one.code == "INC001"]
    assert told
    assert not any("labels a person" in message for message in told)


@pytest.mark.parametrize("words", ["substance abusers", "drug-addicted tenants"])
def test_a_name_for_people_still_labels_them(words: str) -> None:
    report = check_document(f"- Find housing for {words} in the county.\n")
    assert any("labels a person" in one.message for one in report.findings)
