"""The form of a supervisor: who employs him, hours per half-day, languages, crafts, a deputy."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.supervisors import Certificate, SlotMinutes, SupervisorKind
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.certificate import CertificateForm
from ca_desktop.ui.forms.supervisor import SupervisorForm
from tests.conftest import TODAY
from tests.ui.people import a_supervisor


@pytest.fixture
def form(qtbot, session: Session, desk) -> SupervisorForm:
    made = SupervisorForm(session, desk)
    qtbot.addWidget(made)
    made.saver = session.supervisors.save
    return made


def test_the_week_follows_what_is_typed_per_half_day(qtbot, form, session):
    jan = a_supervisor(session)
    form.show_record(replace(jan, weekly_minutes=600))
    monday = form.slots.edit_of("0m")
    qtbot.keyClicks(monday, "3,5")
    qtbot.keyClick(monday, Qt.Key.Key_Right)
    qtbot.keyClicks(form.slots.edit_of("1m"), "4")
    assert form.hours.value == 7.5
    assert form.half_days.value.codes == ("0m", "1m")
    assert form.hours.edit.isReadOnly()
    form.try_save()
    kept = session.supervisors.get(jan.id)
    assert kept.slot_minutes == (
        SlotMinutes(slot="0m", minutes=210),
        SlotMinutes(slot="1m", minutes=240),
    )
    assert (kept.weekly_minutes, kept.half_days.codes) == (450, ("0m", "1m"))


def test_what_is_no_number_of_hours_is_said_beside_the_grid(qtbot, form, session):
    form.show_record(a_supervisor(session))
    qtbot.keyClicks(form.slots.edit_of("2a"), "drie")
    form.try_save()
    assert "woensdag middag" in form.problem_at("slot_minutes")
    assert form.is_dirty


def test_an_emptied_grid_gives_the_week_back(qtbot, form, session):
    jan = session.supervisors.save(
        replace(a_supervisor(session), slot_minutes=(SlotMinutes(slot="0m", minutes=120),))
    )
    form.show_record(jan)
    assert form.hours.edit.isReadOnly()
    edit = form.slots.edit_of("0m")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert not form.hours.edit.isReadOnly()
    form.hours.edit.setText("24")
    form.try_save()
    kept = session.supervisors.get(jan.id)
    assert (kept.weekly_minutes, kept.slot_minutes) == (24 * 60, ())


def test_a_partner_languages_crafts_and_a_deputy_are_kept(form, session):
    town = session.partners.save(
        Partner(number=0, name="Gemeente Apeldoorn", kind=PartnerKind.MUNICIPALITY)
    )
    els, jan = a_supervisor(session, "Els", "Veen"), a_supervisor(session)
    form.show_record(jan)
    assert jan.id not in form.deputy._values
    form.partner.value = town.id
    form.fields["languages"].value = ("ar", "ti")
    form.fields["crafts"].value = ("fietsen", "hout")
    form.deputy.value = els.id
    form.fields["kinds"].value = (SupervisorKind.QUARTERMASTER,)
    form.try_save()
    kept = session.supervisors.get(jan.id)
    assert (kept.partner_id, kept.deputy_id) == (town.id, els.id)
    assert (set(kept.languages), kept.crafts) == ({"ar", "ti"}, ("fietsen", "hout"))
    assert session.supervisors.crafts() == ["fietsen", "hout"]
    assert [one.id for one in session.supervisors.find("hout", 5)] == [jan.id]


def test_a_partner_and_another_employer_do_not_go_together(form, session):
    town = session.partners.save(
        Partner(number=0, name="Gemeente Apeldoorn", kind=PartnerKind.MUNICIPALITY)
    )
    form.show_record(a_supervisor(session))
    form.partner.value = town.id
    form.fields["employer"].value = "Zorggroep"
    form.try_save()
    assert form.problem_at("employer")


def test_of_a_vog_there_is_only_the_day_to_fill_in(qtbot, session):
    jan = a_supervisor(session)
    form = CertificateForm(lambda: TODAY)
    qtbot.addWidget(form)
    form.saver = session.supervisors.save_certificate
    form.show_record(Certificate(supervisor_id=jan.id, kind="", seen_on=TODAY))
    form.fields["evidence"].value = "map 3"
    form.kind.combo.setCurrentIndex(1)
    hidden = [name for name, field in form.fields.items() if field.isHidden()]
    assert hidden == ["description", "issued_on", "evidence", "renewal_note"]
    assert "nooit een kopie" in form.note.text
    form.try_save()
    (line,) = session.supervisors.certificates(jan.id)
    assert (line.certificate.kind, line.certificate.evidence) == ("vog", "")
    assert line.certificate.seen_on == TODAY
