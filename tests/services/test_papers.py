"""Papers: what may leave the house, the bytes that are kept, and what if writing fails."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Visibility
from ca_desktop.domain.errors import RuleBroken, StorageError, UserError
from ca_desktop.domain.papers import PaperKind
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.privacy import DataElement
from ca_desktop.services.session import Session
from tests.builders import START, World, a_partner, a_wish, join
from tests.conftest import TODAY
from tests.reports.pdf_text import everything

SECRET = "Stilterond"  # the internal note, without white space


@contextmanager
def full_disk(most_bytes: int) -> Iterator[None]:
    """Files in this block can't grow beyond so many bytes."""
    resource = pytest.importorskip("resource", reason="a limit on files is Unix' own")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_what_is_kept_is_what_was_written(petra: Session, world: World, tmp_path: Path) -> None:
    paper = petra.papers.progress_report(a_wish(world.amina, world.municipality))
    file = tmp_path / paper.file_name
    issued = petra.papers.issue(paper, file)
    assert file.read_bytes() == issued.content == paper.content
    assert issued.sha256 == hashlib.sha256(paper.content).hexdigest()
    assert petra.papers.issued_about(world.amina) == [issued]
    assert (issued.recipient, issued.issued_by) == (
        "Gemeente Apeldoorn",
        world.accounts["petra"].id,
    )


def test_a_paper_that_leaves_stands_in_the_history(petra: Session, world: World) -> None:
    petra.papers.issue(petra.papers.progress_report(a_wish(world.amina, world.municipality)))
    printed = [
        line for line in petra.history.of_participant(world.amina) if "afgedrukt" in line.what
    ]
    assert [line.subject for line in printed] == ["issued_papers"]
    assert printed[0].who == "Petra Jansen"


def test_the_same_bytes_come_again_after_the_file_changed(
    petra: Session, world: World, tmp_path: Path
) -> None:
    issued = petra.papers.issue(petra.papers.progress_report(a_wish(world.amina, None)))
    amina = petra.participants.get(world.amina)
    petra.participants.change(replace(amina, first_name="Anders"))
    petra.papers.issue_again(issued.id, tmp_path / "weer.pdf")
    assert (tmp_path / "weer.pdf").read_bytes() == issued.content


def test_a_file_that_can_not_be_written_keeps_nothing(
    petra: Session, world: World, tmp_path: Path
) -> None:
    paper = petra.papers.progress_report(a_wish(world.amina, None))
    before = len(petra.history.of_participant(world.amina))
    with pytest.raises(StorageError, match="Kijk of deze map er is"):
        petra.papers.issue(paper, tmp_path / "bestaat niet" / "rapport.pdf")
    assert petra.papers.issued_about(world.amina) == []
    assert len(petra.history.of_participant(world.amina)) == before


def test_a_full_disk_leaves_the_older_file_and_keeps_nothing(
    petra: Session, world: World, tmp_path: Path
) -> None:
    paper = petra.papers.progress_report(a_wish(world.amina, None))
    file = tmp_path / "rapport.pdf"
    file.write_bytes(b"ouder")
    with full_disk(2000), pytest.raises(StorageError):
        petra.papers.issue(paper, file)
    assert file.read_bytes() == b"ouder"
    assert [path.name for path in tmp_path.glob("*rapport*")] == ["rapport.pdf"]
    assert petra.papers.issued_about(world.amina) == []


def test_a_paper_that_can_not_be_kept_does_not_leave_either(
    petra: Session, world: World, tmp_path: Path
) -> None:
    paper = petra.papers.progress_report(a_wish(world.amina, None))
    most = (petra.opened.store / "store.db").stat().st_size
    assert len(paper.content) < most
    old, new = tmp_path / "oud.pdf", tmp_path / "nieuw.pdf"
    old.write_bytes(b"ouder")
    for file in (old, new):
        with full_disk(len(paper.content) + 1), pytest.raises(StorageError):
            petra.papers.issue(paper, file)
    assert old.read_bytes() == b"ouder"
    assert {path.name for path in tmp_path.glob("*pdf*")} == {"oud.pdf"}
    assert petra.papers.issued_about(world.amina) == []


def test_a_partner_without_a_trajectory_in_the_period_gets_no_report(
    petra: Session, world: World
) -> None:
    with pytest.raises(UserError, match="traject"):
        petra.papers.progress_report(a_wish(world.amina, world.school))
    join(petra, world.amina, world.school, TODAY)
    early = Period(starts_on=START, ends_on=TODAY - timedelta(days=1))
    late = Period(starts_on=START, ends_on=TODAY)
    assert [p.id for p in petra.papers.recipients(world.amina, early)] == [world.municipality]
    assert {p.id for p in petra.papers.recipients(world.amina, late)} == {
        world.municipality,
        world.school,
    }
    assert petra.papers.progress_report(a_wish(world.amina, world.school)).content


def test_a_period_that_ends_before_it_starts_is_refused(petra: Session, world: World) -> None:
    turned = a_wish(world.amina, None, starts_on=TODAY, ends_on=START)
    with pytest.raises(RuleBroken, match="De periode eindigt voordat"):
        petra.papers.progress_report(turned)


def test_a_new_employer_gets_a_report_only_on_a_written_wish(petra: Session, world: World) -> None:
    join(petra, world.amina, world.employer)
    with pytest.raises(UserError, match="--include name=") as refused:
        petra.papers.progress_report(a_wish(world.amina, world.employer))
    assert "schriftelijk" in refused.value.message
    with pytest.raises(RuleBroken):
        petra.papers.progress_report(
            a_wish(world.amina, world.employer, included={DataElement.NAME: "  "})
        )
    reason = {DataElement.NAME: "brief van 20-11-2026"}
    paper = petra.papers.progress_report(a_wish(world.amina, world.employer, included=reason))
    text = everything(paper.content)
    assert "AminaYusuf" in text
    assert "Aminawillerenzagen" not in text


def test_a_funder_gets_no_report_about_a_person(petra: Session, world: World) -> None:
    funder = a_partner(petra, "Fonds Oost", PartnerKind.FUNDER)
    join(petra, world.amina, funder.id)
    with pytest.raises(UserError, match="aantallen"):
        petra.papers.progress_report(a_wish(world.amina, funder.id))
    assert DataElement.NAME not in petra.papers.may_be_ticked(funder.id)


def test_the_birth_date_stands_on_it_only_with_a_reason(petra: Session, world: World) -> None:
    amina = petra.participants.get(world.amina)
    petra.participants.change(replace(amina, born_on=date(1991, 3, 17)))
    wish = a_wish(world.amina, world.municipality)
    assert "17-03-1991" not in everything(petra.papers.progress_report(wish).content)
    with pytest.raises(RuleBroken, match="reden"):
        petra.papers.progress_report(replace(wish, included={DataElement.BIRTH_DATE: ""}))
    ticked = replace(wish, included={DataElement.BIRTH_DATE: "vraag van de consulent"})
    text = everything(petra.papers.progress_report(ticked).content)
    assert "17-03-1991" in text


def test_what_may_never_be_on_paper_is_refused_whatever_the_reason(
    petra: Session, world: World
) -> None:
    for element in (DataElement.BSN, DataElement.DIAGNOSIS, DataElement.TARGET_GROUP):
        wish = a_wish(world.amina, world.municipality, included={element: "gevraagd"})
        with pytest.raises(RuleBroken, match="mag niet"):
            petra.papers.progress_report(wish)


def test_notes_reach_the_participant_but_internal_ones_reach_nobody(
    petra: Session, world: World
) -> None:
    note = replace(petra.entries.new(world.amina), text="Samen besproken")
    petra.entries.write(replace(note, visibility=Visibility.PARTICIPANT))
    own = everything(petra.papers.progress_report(a_wish(world.amina, None)).content)
    partners = everything(
        petra.papers.progress_report(a_wish(world.amina, world.municipality)).content
    )
    assert "Samenbesproken" in own
    assert "Samenbesproken" not in partners
    assert SECRET not in own
    assert SECRET not in partners
    assert "BramVisser" not in own


def test_the_notes_beside_the_summary_leave_out_internal_ones_and_are_journalled(
    petra: Session, world: World
) -> None:
    wish = a_wish(world.amina, world.municipality)
    assert [e.text for e in petra.papers.notes_for_summary(wish)] == ["Zaagtalent van Amina"]
    counts = petra.papers.note_counts(wish)
    assert (counts.total, counts.internal, counts.used) == (2, 1, 1)
    assert "gelezen" in petra.history.of_participant(world.amina)[0].what


def test_a_summary_is_kept_for_one_reader_and_period(petra: Session, world: World) -> None:
    wish = a_wish(world.amina, world.municipality)
    petra.papers.save_summary(replace(petra.papers.summary(wish), text="Amina groeit"))
    again = petra.papers.summary(wish)
    petra.papers.save_summary(replace(again, text="Amina groeit hard"))
    assert petra.papers.summary(wish).text == "Amina groeit hard"
    assert petra.papers.summary(a_wish(world.amina, None)).text == ""
    assert petra.papers.summary(replace(wish, starts_on=TODAY)).text == ""
    assert "Aminagroeithard" in everything(petra.papers.progress_report(wish).content)


def test_a_factsheet_needs_nobody_and_is_kept_too(
    petra: Session, lies: Session, world: World
) -> None:
    paper = lies.papers.factsheet(world.role, "en")
    assert (paper.kind, paper.language) == (PaperKind.ROLE_FACTSHEET, "en")
    issued = lies.papers.issue(paper)
    assert (issued.participant_id, issued.role_id) == (None, world.role)
    assert "AminaYusuf" not in everything(paper.content)


def test_a_care_organisation_gets_notes_only_when_ticked_with_a_reason(
    petra: Session, world: World
) -> None:
    care = a_partner(petra, "Zorggroep Oost", PartnerKind.CARE)
    join(petra, world.amina, care.id)
    wish = a_wish(world.amina, care.id)
    assert DataElement.ENTRIES_RAW in petra.papers.may_be_ticked(care.id)
    assert DataElement.ENTRIES_RAW not in petra.papers.may_be_ticked(world.municipality)
    assert "ZaagtalentvanAmina" not in everything(petra.papers.progress_report(wish).content)
    ticked = replace(wish, included={DataElement.ENTRIES_RAW: "overleg van 20-11-2026"})
    text = everything(petra.papers.progress_report(ticked).content)
    assert "ZaagtalentvanAmina" in text
    assert SECRET not in text


def test_a_target_group_stands_only_on_a_paper_of_whoever_may_see_it(
    petra: Session, jan: Session, els: Session, world: World
) -> None:
    group = petra.target_groups.recordable(world.cato)[0]
    block = petra.target_groups.open(world.cato)
    petra.target_groups.save(replace(block, target_group=group.code))
    printed = "".join(group.name.nl.split())
    own = a_wish(world.cato, None)
    assert printed in everything(els.papers.progress_report(own).content)
    assert printed not in everything(jan.papers.progress_report(own).content)


def test_a_kept_paper_with_a_target_group_opens_only_for_whoever_may_see_it(
    jan: Session, els: Session, world: World
) -> None:
    own = els.papers.issue(els.papers.progress_report(a_wish(world.cato, None)))
    wish = a_wish(world.cato, world.municipality)
    partners = els.papers.issue(els.papers.progress_report(wish))
    assert {paper.id for paper in els.papers.issued_about(world.cato)} == {partners.id, own.id}
    assert jan.papers.issued_about(world.cato) == [partners]
    with pytest.raises(UserError, match="eigen deelnemers"):
        jan.papers.issue_again(own.id)


def test_who_printed_a_participants_own_report_prints_it_again(jan: Session, world: World) -> None:
    own = jan.papers.issue(jan.papers.progress_report(a_wish(world.cato, None)))
    assert jan.papers.issued_about(world.cato) == [own]
    assert jan.papers.issue_again(own.id) == own
