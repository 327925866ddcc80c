"""Partners: added, found, refused with a reason, removed."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.school_holidays import SchoolRegion
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.partners.page import PartnersPage


def a_partner(session: Session, name: str, **more: object) -> Partner:
    return session.partners.save(replace(session.partners.new(), name=name, **more))


@pytest.fixture
def page(qtbot, session, desk) -> PartnersPage:
    a_partner(session, "Gemeente Apeldoorn", place="Apeldoorn")
    a_partner(session, "Aventus", kind=PartnerKind.SCHOOL, is_active=False)
    made = PartnersPage(session, desk)
    qtbot.addWidget(made)
    made.refresh()
    return made


def names(page: PartnersPage) -> list[str]:
    return [page.model.row_at(row).name for row in range(page.model.rowCount())]


def test_partners_stand_in_a_list_and_are_found_while_typing(qtbot, page):
    assert names(page) == ["Aventus", "Gemeente Apeldoorn"]
    qtbot.keyClicks(page.pane.search, "apel")
    assert names(page) == ["Gemeente Apeldoorn"]


def test_chips_leave_only_the_kind_or_those_we_work_with_now(page):
    page.pane.filters.choose("kind", PartnerKind.SCHOOL)
    assert names(page) == ["Aventus"]
    page.pane.filters.choose("active", True)
    assert names(page) == []


def test_a_new_partner_is_kept_and_chosen(page, session):
    page.add()
    page.detail.fields["name"].value = "Zorggroep Oost"
    page.detail.try_save()
    assert "Zorggroep Oost" in [p.name for p in session.partners.all()]
    assert page.table.current_row().name == "Zorggroep Oost"


def test_a_wrong_postcode_is_said_beside_the_field(page, session):
    page.open_row(session.partners.named("Aventus").id)
    page.detail.fields["postcode"].value = "12 AB"
    page.detail.try_save()
    assert "vier cijfers" in page.detail.problem_at("postcode")
    assert session.partners.named("Aventus").postcode == ""


def test_removing_asks_first(page, session):
    page.open_row(session.partners.named("Aventus").id)
    page._ask_remove(page.table.current_row())
    question = page.findChildren(Question)[-1]
    next(b for b in question.findChildren(QPushButton) if b.text() == "Verwijderen").click()
    assert names(page) == ["Gemeente Apeldoorn"]


def test_somebody_who_may_only_read_sees_no_button_to_add_or_save(qtbot, session):
    page = PartnersPage(session, Desk(is_allowed=lambda action: action == "see_centre"))
    qtbot.addWidget(page)
    assert page.pane.add_button.text() == ""
    assert page.detail.save_button.isHidden()


def test_only_a_school_is_asked_for_its_holiday_region_and_brin(page, session):
    school = session.partners.named("Aventus")
    page.open_row(school.id)
    form = page.detail
    assert not form.region.isHidden()
    form.region.value, form.brin.value = SchoolRegion.MIDDLE, "25lz "
    form.try_save()
    kept = session.partners.get(school.id)
    assert (kept.region, kept.brin) == (SchoolRegion.MIDDLE, "25LZ")
    form.brin.value = "2 LZ"
    form.try_save()
    assert "twee cijfers en twee letters" in form.problem_at("brin")
    form.fields["kind"].value = PartnerKind.CARE
    form.kind.changed.emit()
    assert form.region.isHidden()
    form.try_save()
    kept = session.partners.get(school.id)
    assert (kept.region, kept.brin) == (None, "")
