"""How a paper leaves the house: journalled, its bytes kept and written to a file, or none of it."""

from contextlib import ExitStack
from pathlib import Path

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.papers import IssuedPaper
from ca_desktop.services.paper_terms import written_paper


def let_out(uow: UnitOfWork, issued: IssuedPaper, file: Path | None, kept: ExitStack) -> None:
    """Keep and journal this paper in the transaction of `uow`, and write it to `file` if given;
    `kept` puts back what stood there when the transaction fails.
    """
    uow.save(issued)
    uow.note(JournalAction.PRINT, "issued_papers", issued.id, issued.participant_id)
    if file is not None:
        kept.enter_context(written_paper(file, issued.content))
