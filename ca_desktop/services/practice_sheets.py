"""Later sheets (bpv-blad) of a practice agreement: electives, and changes of days or hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.domain.errors import Problem, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.practice_cover import CodeCover, elective_cover
from ca_desktop.domain.practice_sheets import PracticeSheet, problems
from ca_desktop.i18n import N_, _
from ca_desktop.services.practice_agreements import agreement_in
from ca_desktop.services.practice_cover import dossier_in
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A sheet, with the cover of its elective (None without one, or where none is needed)."""

    sheet: PracticeSheet
    cover: CodeCover | None

    @property
    def id(self) -> UUID:
        return self.sheet.id


class PracticeSheetService(Service):
    """What a user can do with later sheets; the agreement itself is the first."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[SheetLine]:
        """The later sheets of one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(PracticeSheet).all(
                participant_id=participant_id, order_by=("-starts_on", "-number")
            )
            dossier = dossier_in(uow) if found else None
            lines = []
            for one in found:
                on = agreement_in(uow, participant_id, one.agreement_id)
                judged = one.elective_code and on.learning_path.is_mbo and dossier is not None
                cover = (
                    elective_cover(on.training_company_id, one.starts_on, dossier)
                    if judged and dossier is not None
                    else None
                )
                lines.append(SheetLine(sheet=one, cover=cover))
        return lines

    @allowed(Action.CHANGE_PARTICIPANTS)
    def new(self, participant_id: UUID, agreement_id: UUID) -> PracticeSheet:
        """The next sheet of an agreement, until its planned end."""
        with self._database.read() as uow:
            self._require(uow, Action.CHANGE_PARTICIPANTS, participant_id)
            agreement = agreement_in(uow, participant_id, agreement_id)
            others = uow.of(PracticeSheet).all(agreement_id=agreement_id)
        starts_on = max(self._today(), agreement.starts_on)
        return PracticeSheet(
            participant_id=participant_id,
            agreement_id=agreement_id,
            number=max((one.number for one in others), default=1) + 1,
            starts_on=starts_on,
            planned_end_on=max(starts_on, agreement.planned_end_on),
        )

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, sheet: PracticeSheet) -> PracticeSheet:
        """Keep a sheet."""
        refuse(problems(sheet, self._today()))
        with self._database.write(self._actor, N_("Save bpv sheet")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, sheet)
            agreement = agreement_in(uow, sheet.participant_id, sheet.agreement_id)
            if sheet.starts_on < agreement.starts_on:
                message = _("A sheet can't begin before its practice agreement.")
                refuse([Problem("starts_on", message)])
            uow.save(sheet)
        return sheet

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, sheet_id: UUID) -> None:
        """Remove a sheet that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove bpv sheet")) as uow:
            sheet = uow.of(PracticeSheet).get(sheet_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, sheet.participant_id)
            uow.remove(sheet)
