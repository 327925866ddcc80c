"""The main job, from an empty folder to the two papers that a municipality and a school accept."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.entries import GuidanceForm, Visibility
from ca_desktop.domain.half_days import DayPart, HalfDays
from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.signals import SignalKind
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.recovery_sheets import confirm_recovery
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor, create_centre
from tests.builders import PASSWORD, START, a_wish
from tests.conftest import TODAY
from tests.reports.pdf_text import everything, pages
from tests.stores import new_centre, session_of

AUTUMN = [START + timedelta(days=days) for days in range(0, 84, 7)]


@dataclass(frozen=True)
class Printed:
    """The two papers as files, read back as somebody who receives them would."""

    factsheet: Path
    report: Path


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    """Everything that a quartermaster does on the first morning."""
    store = tmp_path / "centrum"
    opened = create_centre(new_centre(store, name="De Schakel"), TODAY)
    session = session_of(opened)
    session.accounts.new_recovery_code()
    confirm_recovery(opened)
    _set_up(session)
    _guide(session)
    opened.close()
    opened = StoreDoor.at(store).sign_in("petra", PASSWORD)
    papers = _print(session_of(opened), tmp_path)
    assert session_of(opened).backups.check() == []
    opened.close()
    return papers


def _set_up(session: Session) -> None:
    """A supervisor, a partner, and the centre as a training company."""
    jan = replace(session.supervisors.new(), first_name="Jan", last_name="Bos", starts_on=START)
    jan = session.supervisors.save(replace(jan, kinds=("workplace_trainer",)))
    session.partners.save(
        replace(session.partners.new(), name="Gemeente Apeldoorn", kind=PartnerKind.MUNICIPALITY)
    )
    company = session.accreditations.save_company(
        replace(session.accreditations.new_company(), location="Apeldoorn", company_id="100200300")
    )
    code = session.roles.named("sorteren").qualification_codes[0]
    known = next(q for q in load_catalogue().qualifications if q.code == code)
    new = session.accreditations.new(company.id)
    new = replace(new, code=code, name=known.name.nl, level=known.level, trainer_id=jan.id)
    session.accreditations.save(
        replace(new, state=AccreditationState.ACCREDITED, since=date(2025, 3, 1))
    )


def _guide(session: Session) -> None:
    """A participant with a role, presence, a goal, scores and three kinds of notes."""
    person = replace(session.participants.new(), first_name="Łukasz", prefix="de")
    person = replace(person, last_name="Boer & <Zoon>", starts_on=START, place="Apeldoorn")
    about = session.participants.take_in(person).id
    jan, role = session.supervisors.all()[0].id, session.roles.named("sorteren").id
    session.participants.save_fixed_supervisor(
        FixedSupervisor(participant_id=about, supervisor_id=jan, starts_on=START)
    )
    partner = session.partners.named("Gemeente Apeldoorn").id
    trajectory = session.trajectories.new(about, partner, LegalRole.WMO_PROVIDER)
    session.trajectories.save(
        replace(trajectory, starts_on=START, partner_number="WMO-7788", half_days_per_week=2)
    )
    placement = replace(session.placements.new(about, role), starts_on=START)
    session.placements.save(replace(placement, half_days=HalfDays.of("1m", "1a")))
    session.attendance.record_all(
        (about, day, part, AttendanceCode.PRESENT, None) for day in AUTUMN for part in DayPart
    )
    goal = replace(session.goals.new(about), text="Zelf een fiets demonteren", set_on=START)
    session.goals.save(goal)
    skill = load_catalogue().work_skills[0].code
    session.goals.save_scores(
        [
            replace(session.goals.new_score(about), skill=skill, value=value, on=day)
            for value, day in ((1, AUTUMN[0]), (2, AUTUMN[5]), (3, AUTUMN[11]))
        ]
    )
    for text, visibility in (
        ("Sorteert nu zonder hulp", Visibility.REPORT),
        ("Wil graag meer uren", Visibility.PARTICIPANT),
        ("Zorgen over thuis", Visibility.INTERNAL),
    ):
        note = replace(session.entries.new(about), text=text, visibility=visibility, minutes=20)
        session.entries.write(replace(note, form=GuidanceForm.PROGRESS_TALK))


def _print(session: Session, folder: Path) -> Printed:
    """Both papers, each under the name that it proposes."""
    role = session.roles.named("sorteren")
    person = session.participants.named("1")
    sheet = session.papers.factsheet(role.id)
    wish = a_wish(person.id, session.partners.named("1").id)
    beside = [note.text for note in session.papers.notes_for_summary(wish)]
    assert beside == ["Sorteert nu zonder hulp"]
    written = replace(session.papers.summary(wish), text="Łukasz werkt steeds zelfstandiger.")
    session.papers.save_summary(written)
    report = session.papers.progress_report(wish)
    files = Printed(folder / sheet.file_name, folder / report.file_name)
    session.papers.issue(sheet, files.factsheet)
    session.papers.issue(report, files.report)
    return files


def test_the_factsheet_tells_what_the_role_is_on_one_page(printed: Printed) -> None:
    content = printed.factsheet.read_bytes()
    text = everything(content)
    assert len(pages(content)) <= 2
    for words in ("De Schakel", "Sorteren", "100200300", "Taken"):
        assert "".join(words.split()) in text
    assert "Łukasz" not in text


def test_the_report_tells_the_municipality_what_it_needs_and_no_more(printed: Printed) -> None:
    text = everything(printed.report.read_bytes())
    for words in (
        "Łukasz de Boer & <Zoon>",
        "Gemeente Apeldoorn",
        "WMO-7788",
        "Zelf een fiets demonteren",
        "Łukasz werkt steeds zelfstandiger.",
        "01-09-2026",
        "Jan Bos",
    ):
        assert "".join(words.split()) in text, words
    for words in ("Sorteert nu zonder hulp", "Wil graag meer uren", "Zorgen over thuis"):
        assert "".join(words.split()) not in text, words


def test_the_names_of_the_files_say_what_they_are(printed: Printed) -> None:
    assert printed.factsheet.name.startswith("functieblad")
    assert printed.report.name.startswith("voortgang")
    assert printed.report.suffix == ".pdf"


def test_everything_is_there_after_closing(printed: Printed, tmp_path: Path) -> None:
    opened = StoreDoor.at(tmp_path / "centrum").sign_in("petra", PASSWORD)
    session = session_of(opened)
    person = session.participants.named("Boer & <Zoon>, Łukasz de")
    assert len(session.attendance.of(person.id, START, TODAY)) == 2 * len(AUTUMN)
    assert [goal.text for goal in session.goals.of(person.id)] == ["Zelf een fiets demonteren"]
    assert len(session.goals.scores(person.id)) == 3
    (issued,) = session.papers.issued_about(person.id)
    assert issued.content == printed.report.read_bytes()
    assert SignalKind.RECOVERY_SHEET not in {signal.kind for signal in session.signals.all()}
    opened.close()


def test_what_was_typed_and_not_saved_is_offered_again(tmp_path: Path) -> None:
    opened = create_centre(new_centre(tmp_path / "centrum"), TODAY)
    session_of(opened).drafts.keep("entry", {"text": "Halverwege een zin"})
    opened.close()
    opened = StoreDoor.at(tmp_path / "centrum").sign_in("petra", PASSWORD)
    (kept,) = session_of(opened).drafts.all()
    assert kept.values == {"text": "Halverwege een zin"}
    opened.close()
