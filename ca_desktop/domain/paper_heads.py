"""What every paper of the SBB dossier, of students and of supervisors says of itself."""

from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.bsn import bsn_places
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.letterhead import Letterhead, letterhead
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """Sender, name, purpose and author. `heading` stands large on the paper, `title` in the file;
    neither holds a name of a participant. `is_about_a_person`: marked as confidential.
    """

    letterhead: Letterhead
    language: str
    heading: str
    title: str
    file_name: str
    purpose: str
    author: str
    made_on: date
    recipient: str = ""
    basis: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    is_about_a_person: bool = False
    is_concept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMaker:
    """Who makes a paper, where, when and in which language."""

    centre: Centre
    author: str
    made_on: date
    language: str

    @property
    def letterhead(self) -> Letterhead:
        return letterhead(self.centre)


def refuse_bsn(*texts: str) -> None:
    """UserError when running text that goes on a paper holds what looks like a BSN."""
    for text in texts:
        if next(iter(bsn_places(text)), None) is not None:
            raise UserError(
                _(
                    "A text for this paper holds what looks like a BSN: “{start} …”. Take the "
                    "number out first; then make the paper again.",
                    start=text.split("\n")[0][:24].translate(_NO_DIGITS),
                )
            )


_NO_DIGITS = {ord(digit): "•" for digit in "0123456789"}
