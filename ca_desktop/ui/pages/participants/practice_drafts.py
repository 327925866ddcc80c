"""What is typed about a student and not saved yet: kept within three seconds, and there again."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.record_form import RecordForm

T = TypeVar("T")
AGREEMENT, WORK, VISIT = "practice_agreement", "practised_work", "school_visit"


class DraftedForm(RecordForm[T]):
    """A form that keeps drafts under its `kind`. A new record has no id that lasts: there is one
    draft of it per owner, the field of the record that `owner` names.
    """

    kind: ClassVar[str]
    owner: ClassVar[str]

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._key = ""
        self.drafts = DraftKeeper(
            self,
            session.drafts,
            lambda: self._key,
            desk.saves,
            more=self._facts,
            is_new=lambda: self.shown is None or self.is_new(self.shown),
        )

    @abstractmethod
    def is_new(self, record: T) -> bool:
        """Whether this record was never saved."""

    def show_record(self, record: Any) -> None:
        """Show it, with what was typed about it before and not saved."""
        key = getattr(record, self.owner if self.is_new(record) else "id")
        self._key = f"{self.kind}:{key}"
        super().show_record(record)
        self.drafts.bring_back()

    def _facts(self) -> Mapping[str, str]:
        shown: Any = self.shown
        return {"participant_id": str(shown.participant_id)} if shown else {}


def parts_of(key: str) -> tuple[str, UUID] | None:
    """The kind and the record (or owner) that the key of such a draft names; None for another."""
    kind, _colon, record = key.partition(":")
    return (kind, UUID(record)) if kind in (AGREEMENT, WORK, VISIT) else None
