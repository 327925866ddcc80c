"""Documents in the file: kept from a file, looked at inside, saved outside only after a warning."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from ca_desktop.domain.documents import DocumentKind, Showing, showing_of
from ca_desktop.domain.participants import Participant
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.document import NewDocumentForm
from ca_desktop.ui.forms.kept_file import PictureView
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.participants.document_dialog import DocumentDialog
from ca_desktop.ui.pages.participants.documents import DocumentsSection
from tests.ui.people import a_participant


@pytest.fixture
def person(session: Session) -> Participant:
    return a_participant(session, "Ria")


@pytest.fixture
def section(qtbot, session: Session, desk: Desk, person: Participant) -> DocumentsSection:
    made = DocumentsSection(session, desk)
    qtbot.addWidget(made)
    made.show_record(person)
    return made


@pytest.fixture
def picture(tmp_path: Path, qapp) -> Path:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(tmp_path / "plan.png"))
    return tmp_path / "plan.png"


def keep(section: DocumentsSection, path: Path) -> NewDocumentForm:
    """Fill in the dialog as a person does, and press its button."""
    section.add_document()
    assert section.form_dialog is not None
    form = section.form_dialog.form
    assert isinstance(form, NewDocumentForm)
    form.file.take_file(path)
    form.fields["kind"].value = DocumentKind.PLAN
    form.fields["keep_reason"].value = "Nodig voor de evaluatie"
    form.try_save()
    return form


def opened(section: DocumentsSection) -> DocumentDialog:
    section.open.click()
    assert section.dialog is not None
    return section.dialog


def test_a_file_is_kept_under_the_title_that_its_name_proposes(
    section: DocumentsSection, session: Session, person: Participant, picture: Path
) -> None:
    keep(section, picture)
    (line,) = session.documents.of(person.id)
    assert (line.title, line.file_name, line.size) == ("plan", "plan.png", picture.stat().st_size)
    assert section.model.rowCount() == 1


def test_a_file_that_can_not_be_read_is_said_beside_it_and_nothing_is_kept(
    section: DocumentsSection, session: Session, person: Participant, tmp_path: Path
) -> None:
    form = keep(section, tmp_path / "weg.pdf")
    assert form.problem_at("content")
    assert session.documents.of(person.id) == []


def test_without_a_reason_it_is_not_kept(
    section: DocumentsSection, session: Session, person: Participant, picture: Path
) -> None:
    section.add_document()
    assert section.form_dialog is not None
    form = section.form_dialog.form
    form.fields["content"].take_file(picture)
    form.fields["kind"].value = DocumentKind.PLAN
    form.try_save()
    assert form.problem_at("keep_reason") == "Vul dit in."
    assert session.documents.of(person.id) == []


def test_a_picture_is_shown_inside_the_program(section: DocumentsSection, picture: Path) -> None:
    keep(section, picture)
    assert isinstance(opened(section).shown, PictureView)


def test_a_plain_text_is_shown_and_other_bytes_are_not(
    section: DocumentsSection, tmp_path: Path
) -> None:
    (tmp_path / "brief.txt").write_text("Beste Ria,\nTot maandag – om half tien.", "utf-8")
    keep(section, tmp_path / "brief.txt")
    shown = opened(section).shown
    assert isinstance(shown, QPlainTextEdit)
    assert shown.isReadOnly()
    assert shown.toPlainText() == "Beste Ria,\nTot maandag – om half tien."
    assert showing_of(b"PK\x03\x04\x00\x00") is Showing.NOT
    assert showing_of("crème".encode("latin-1")) is Showing.NOT


def test_a_pdf_is_shown_and_a_damaged_one_says_so(
    section: DocumentsSection, tmp_path: Path, session: Session
) -> None:
    sheet = session.papers.recovery_sheet(("AAAA",) * 6)
    (tmp_path / "goed.pdf").write_bytes(sheet)
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7 stuk")
    keep(section, tmp_path / "goed.pdf")
    assert isinstance(opened(section).shown, Preview)
    keep(section, tmp_path / "stuk.pdf")
    shown = DocumentDialog(
        section,
        session,
        section._desk,
        next(d for d in map(session.documents.open, ids(section)) if d.file_name == "stuk.pdf"),
    ).shown
    assert isinstance(shown, QLabel)
    assert "beschadigd" in shown.text()


def ids(section: DocumentsSection) -> list[object]:
    assert section._person is not None
    return [one.id for one in section._session.documents.of(section._person.id)]


def test_saving_outside_warns_first_and_tells_where_it_stands(
    section: DocumentsSection, picture: Path, tmp_path: Path, qtbot
) -> None:
    keep(section, picture)
    dialog = opened(section)
    dialog.ask_to_save()
    assert any("niet meer versleuteld" in text for text in words(dialog))
    dialog.save_to(tmp_path / "buiten.png")
    assert (tmp_path / "buiten.png").read_bytes() == picture.read_bytes()
    assert "buiten.png" in dialog.notice.text


def words(dialog: DocumentDialog) -> list[str]:
    (question,) = dialog.findChildren(Question)
    return [one.text() for one in question.findChildren(QLabel)]


def test_destroying_is_asked_and_can_not_sit_on_enter(
    section: DocumentsSection, session: Session, person: Participant, picture: Path, qtbot
) -> None:
    keep(section, picture)
    section.throw_away.click()
    (question,) = section.findChildren(Question)
    assert not question.buttons[0].isDefault()
    qtbot.mouseClick(question.buttons[0], Qt.MouseButton.LeftButton)
    assert session.documents.of(person.id) == []
    assert section.model.rowCount() == 0
