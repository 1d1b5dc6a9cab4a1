"""The email: what a mail program reads of it, whatever a value contains."""

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

import pytest
from adversarial import NASTIEST
from samples import posting

import casemgr_jd as jd
from casemgr_jd._clean import clean_line
from casemgr_jd.cli.main import main


def read(made: jd.Document) -> EmailMessage:
    text = jd.render(made, "email")
    message = email.message_from_string(text, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert text == jd.render(made, "email")
    assert not message.defects
    return message


def body(message: EmailMessage, kind: str) -> str:
    found = message.get_body([kind])
    assert found is not None
    return str(found.get_content())


def test_subject_and_both_bodies() -> None:
    made = posting()
    message = read(made)
    assert message["Subject"] == "Nurse Case Manager – Lakeside Health"
    assert message["From"] is None
    assert body(message, "plain") == jd.render(made, "text")
    fragment, shown = jd.render(made, "html_fragment"), body(message, "html")
    at = fragment.index("<section>")
    assert fragment[at:] in shown


def test_facts_are_a_table_that_mail_programs_keep() -> None:
    shown = body(read(posting()), "html")
    assert "<dl>" not in shown
    (pay,) = re.findall(r'<tr><th scope="row" style="[^"]+">Pay</th><td style="[^"]+">.*', shown)
    assert "<strong>$72,000" in pay
    table = jd.Table(["One", "Two"], [["<a>", "{x}"]])
    shown = body(read(jd.Document("Report", [table])), "html")
    assert len(re.findall(r"<(?:th|td)\b[^>]* style=", shown)) == 4


@pytest.mark.parametrize("words", [one for one in NASTIEST if clean_line(one)], ids=ascii)
def test_no_value_adds_a_header_or_a_part(words: str) -> None:
    message = read(posting(organization=words, title=words))
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert set(message.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    said = " ".join(clean_line(words).split())
    assert said in " ".join(str(message["Subject"]).split()) or len(said) > 60


def test_a_report_can_be_sent_too() -> None:
    message = read(jd.Document("Report", [jd.Paragraph("All is well.")]))
    assert message["Subject"] == "Report"
    assert "All is well." in body(message, "plain")


def test_the_suffix_chooses_it(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_text(jd.dumps(posting()), encoding="utf-8")
    main(["render", str(path), "-o", str(tmp_path / "p.eml")])
    assert (tmp_path / "p.eml").read_text(encoding="utf-8") == jd.render(posting(), "email")
