"""Nothing leaves the house but what this program made, about the report that was asked for."""

from dataclasses import replace
from uuid import uuid4

import pytest

from ca_desktop.domain.entries import Visibility
from ca_desktop.domain.errors import NotFound, UserError
from ca_desktop.domain.papers import PaperKind, ReportSummary
from ca_desktop.services.papers import Paper
from ca_desktop.services.session import Session
from tests.builders import START, World, a_wish
from tests.reports.pdf_text import everything
from tests.stores import NOW


def test_a_paper_that_was_not_made_here_is_not_issued(lies: Session, world: World) -> None:
    forged = Paper(
        kind=PaperKind.PROGRESS_REPORT,
        title="Verslag",
        file_name="verslag.pdf",
        content=b"%PDF over iemand",
        recipient="Gemeente",
        purpose="",
        basis="",
        language="nl",
    )
    with pytest.raises(UserError, match="niet hier gemaakt"):
        lies.papers.issue(forged)


def test_a_paper_that_was_changed_afterwards_is_not_issued(petra: Session, world: World) -> None:
    paper = petra.papers.progress_report(a_wish(world.amina, None))
    changes: tuple[dict[str, object], ...] = (
        {"content": paper.content + b" "},
        {"participant_id": None},
        {"recipient": "Iemand anders"},
        {"kind": PaperKind.ROLE_FACTSHEET},
    )
    for change in changes:
        with pytest.raises(UserError, match="niet hier gemaakt"):
            petra.papers.issue(replace(paper, **change))
    assert petra.papers.issued_about(world.amina) == []


def test_printing_again_reads_what_was_kept(petra: Session, world: World) -> None:
    issued = petra.papers.issue(petra.papers.progress_report(a_wish(world.amina, None)))
    assert petra.papers.issue_again(issued.id).content == issued.content
    with pytest.raises(NotFound):
        petra.papers.issue_again(uuid4())


def test_a_summary_of_another_report_is_not_printed(petra: Session, world: World) -> None:
    wish = a_wish(world.amina, world.municipality)
    others = (
        a_wish(world.bram, world.municipality),
        a_wish(world.amina, None),
        replace(wish, ends_on=START),
    )
    for other in others:
        text = replace(petra.papers.summary(other), text="Van een ander rapport")
        with pytest.raises(UserError, match="hoort bij een ander rapport"):
            petra.papers.progress_report(wish, text)


def test_one_report_has_one_summary_by_its_true_author(jan: Session, world: World) -> None:
    wish = a_wish(world.amina, world.municipality)
    first = jan.papers.save_summary(replace(jan.papers.summary(wish), text="Eerste"))
    twin = ReportSummary(
        participant_id=wish.participant_id,
        partner_id=wish.partner_id,
        starts_on=wish.starts_on,
        ends_on=wish.ends_on,
        text="Tweede",
        written_by=world.accounts["petra"].id,
        written_at=NOW.replace(year=2040),
    )
    kept = jan.papers.save_summary(twin)
    assert (kept.id, kept.text) == (first.id, "Tweede")
    assert (kept.written_by, kept.written_at) == (world.accounts["jan"].id, NOW)
    assert jan.papers.summary(wish) == kept


def test_a_summary_does_not_move_to_another_report(petra: Session, world: World) -> None:
    wish = a_wish(world.amina, world.municipality)
    kept = petra.papers.save_summary(replace(petra.papers.summary(wish), text="Voor de gemeente"))
    with pytest.raises(UserError, match="hoort bij een ander rapport"):
        petra.papers.save_summary(replace(kept, partner_id=None))
    assert petra.papers.summary(wish) == kept


def test_a_note_for_the_participant_never_stands_beside_a_partners_summary(
    petra: Session, world: World
) -> None:
    note = replace(petra.entries.new(world.amina), text="Alleen voor Amina")
    petra.entries.write(replace(note, visibility=Visibility.PARTICIPANT))
    partners, own = a_wish(world.amina, world.municipality), a_wish(world.amina, None)
    assert [e.text for e in petra.papers.notes_for_summary(partners)] == ["Zaagtalent van Amina"]
    assert len(petra.papers.notes_for_summary(own)) == 2
    counts = petra.papers.note_counts(partners)
    assert (counts.total, counts.used, counts.internal) == (3, 1, 1)
    assert petra.papers.note_counts(own).used == 2


def test_a_note_says_that_its_agreement_is_printed() -> None:
    assert "afgesproken" in Visibility.REPORT.help


def test_printing_a_target_group_is_a_reading_of_the_block(petra: Session, world: World) -> None:
    petra.papers.progress_report(a_wish(world.amina, None))
    assert _readings(petra, world) == 0
    group = petra.target_groups.recordable(world.amina)[0]
    block = petra.target_groups.open(world.amina)
    petra.target_groups.save(replace(block, target_group=group.code))
    before = _readings(petra, world)
    petra.papers.progress_report(a_wish(world.amina, world.municipality))
    assert _readings(petra, world) == before
    paper = petra.papers.progress_report(a_wish(world.amina, None))
    assert "".join(group.name.nl.split()) in everything(paper.content)
    assert _readings(petra, world) == before + 1


def _readings(session: Session, world: World) -> int:
    lines = session.history.of_participant(world.amina)
    return sum(line.subject == "restricted_blocks" and "gelezen" in line.what for line in lines)
