"""Practice agreements: what school, student and centre signed, and whether SBB covers it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.errors import Problem, UserError, refuse
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.practice_agreements import (
    AgreementParty,
    PracticeAgreement,
    problems,
)
from ca_desktop.domain.practice_cover import CodeCover, cover_of
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.school_visits import SchoolVisit
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import LegalForm, Trajectory
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.i18n import N_, _
from ca_desktop.services.practice_cover import cover_problems, dossier_in, is_minor_at
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.trajectories import refuse_of_another

_PATHS = {
    LegalForm.INTERNSHIP_BOL: LearningPath.BOL,
    LegalForm.APPRENTICESHIP_BBL: LearningPath.BBL,
    LegalForm.PRACTICAL_LEARNING: LearningPath.THIRD,
    LegalForm.INTERNSHIP_SPECIAL: LearningPath.PRO,
    LegalForm.INTERNSHIP_HIGHER: LearningPath.HBO,
}
_USUAL_MONTHS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """An agreement with what people read beside it: names, cover, and who still has to sign."""

    agreement: PracticeAgreement
    school: str
    trainer: str
    cover: CodeCover
    unsigned: tuple[AgreementParty, ...]

    @property
    def id(self) -> UUID:
        return self.agreement.id

    @property
    def is_signed(self) -> bool:
        """Whether everybody signed and the day is known."""
        return not self.unsigned and self.agreement.signed_on is not None


class PracticeAgreementService(Service):
    """What a user can do with practice agreements."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[AgreementLine]:
        """The agreements of one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(PracticeAgreement).all(
                participant_id=participant_id, order_by=("-starts_on", "-number")
            )
            return list(self._lines(uow, participant_id, found))

    @allowed(Action.SEE_FILE)
    def get(self, agreement_id: UUID) -> PracticeAgreement:
        """One agreement; NotFound when gone, NotAllowed when out of reach."""
        with self._database.read() as uow:
            agreement = uow.of(PracticeAgreement).get(agreement_id)
            self._require(uow, Action.SEE_FILE, agreement.participant_id)
            return agreement

    @allowed(Action.SEE_FILE)
    def cover(self, agreement: PracticeAgreement) -> CodeCover:
        """The cover of an agreement as it stands in a form."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, agreement.participant_id)
            return cover_of(agreement, dossier_in(uow))

    @allowed(Action.SEE_FILE)
    def processes(self, agreement: PracticeAgreement) -> Sequence[WorkProcess]:
        """The work processes of the accreditation that covers this agreement, in their order."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, agreement.participant_id)
            behind = cover_of(agreement, dossier_in(uow)).accreditation_id
            if behind is None:
                return []
            return uow.of(WorkProcess).all(accreditation_id=behind, order_by=("task_code", "code"))

    @allowed(Action.SEE_FILE)
    def schools(self) -> Sequence[Partner]:
        """Every partner that is a school, on name."""
        with self._database.read() as uow:
            return uow.of(Partner).all(kind=PartnerKind.SCHOOL, order_by="name")

    @allowed(Action.SEE_FILE)
    def is_minor(self, agreement: PracticeAgreement) -> bool:
        """Whether somebody is under 18 when it is signed: today, or on the first day before it."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, agreement.participant_id)
            return is_minor_at(uow.of(Participant).get(agreement.participant_id), agreement)

    @allowed(Action.CHANGE_PARTICIPANTS)
    def new(self, participant_id: UUID, school_id: UUID) -> PracticeAgreement:
        """An agreement to fill in; school, path and days come from the trajectory of a school."""
        today = self._today()
        with self._database.read() as uow:
            self._require(uow, Action.CHANGE_PARTICIPANTS, participant_id)
            mine = uow.of(PracticeAgreement).all(participant_id=participant_id)
            trajectory = _at_school(uow, participant_id, self._today())
            companies = uow.of(TrainingCompany).all(order_by="location")
            partner = uow.of(Partner).find(id=trajectory.partner_id) if trajectory else None
        if partner is not None and partner.kind is PartnerKind.SCHOOL:
            school_id = partner.id
        blank = PracticeAgreement(
            participant_id=participant_id,
            school_id=school_id,
            number=max((one.number for one in mine), default=0) + 1,
            learning_path=LearningPath.BOL,
            starts_on=today,
            planned_end_on=add_months(today, _USUAL_MONTHS),
            training_company_id=companies[0].id if len(companies) == 1 else None,
        )
        return _after(trajectory, blank) if trajectory else blank

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, agreement: PracticeAgreement) -> PracticeAgreement:
        """Keep an agreement. One whose code is not covered may be prepared, so that nothing that
        was agreed gets lost while SBB decides; it can't be carried out. RuleBroken then.
        """
        refuse(problems(agreement, self._today()))
        with self._database.write(self._actor, N_("Save practice agreement")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, agreement)
            refuse_of_another(uow, agreement)
            before = uow.of(PracticeAgreement).find(id=agreement.id)
            refuse([*_school_problems(uow, agreement), *cover_problems(uow, agreement, before)])
            uow.save(agreement)
        return agreement

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, agreement_id: UUID) -> None:
        """Remove an agreement that was entered by mistake, with its sheets. What was practised or
        discussed under it is proof: with that it stays, and gets a real end instead.
        """
        with self._database.write(self._actor, N_("Remove practice agreement")) as uow:
            agreement = uow.of(PracticeAgreement).get(agreement_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, agreement.participant_id)
            for kind in (PractisedWork, SchoolVisit):
                if uow.of(kind).find(agreement_id=agreement_id) is not None:
                    raise UserError(
                        _(
                            "Work or contacts with the school were recorded under this agreement, "
                            "so it stays. Fill in the real end when it has stopped."
                        )
                    )
            for sheet in uow.of(PracticeSheet).all(agreement_id=agreement_id):
                uow.remove(sheet)
            uow.remove(agreement)

    def _lines(
        self, uow: UnitOfWork, participant_id: UUID, found: Sequence[PracticeAgreement]
    ) -> Iterator[AgreementLine]:
        if not found:
            return
        person, dossier = uow.of(Participant).get(participant_id), dossier_in(uow)
        for one in found:
            school = uow.of(Partner).find(id=one.school_id)
            yield AgreementLine(
                agreement=one,
                school=school.name if school else "",
                trainer=trainer_in(uow, one.trainer_id),
                cover=cover_of(one, dossier),
                unsigned=one.unsigned(is_minor=is_minor_at(person, one)),
            )


def trainer_in(uow: UnitOfWork, trainer_id: UUID | None) -> str:
    """What a trainer is called; '' where nobody was chosen."""
    found = uow.of(Supervisor).find(id=trainer_id) if trainer_id else None
    return found.name.full if found else ""


def agreement_in(uow: UnitOfWork, participant_id: UUID, agreement_id: UUID) -> PracticeAgreement:
    """The agreement that a record hangs on. UserError when it is of somebody else or gone."""
    found = uow.of(PracticeAgreement).find(id=agreement_id)
    if found is None or found.participant_id != participant_id:
        raise UserError(_("This practice agreement is not there any more. Choose it again."))
    return found


def _school_problems(uow: UnitOfWork, agreement: PracticeAgreement) -> Iterator[Problem]:
    school = uow.of(Partner).find(id=agreement.school_id)
    if school is None or school.kind is not PartnerKind.SCHOOL:
        yield Problem("school_id", _("Choose a partner that is a school."))


def _at_school(uow: UnitOfWork, participant_id: UUID, today: date) -> Trajectory | None:
    """The newest trajectory for education that has not ended."""
    found = uow.of(Trajectory).all(participant_id=participant_id, order_by="-starts_on")
    able = [one for one in found if one.legal_form in _PATHS]
    return next((one for one in able if one.ends_on is None or one.ends_on >= today), None)


def _after(trajectory: Trajectory, blank: PracticeAgreement) -> PracticeAgreement:
    path = _PATHS[trajectory.legal_form] if trajectory.legal_form else blank.learning_path
    return replace(
        blank,
        trajectory_id=trajectory.id,
        learning_path=path,
        starts_on=trajectory.starts_on,
        planned_end_on=trajectory.ends_on or add_months(trajectory.starts_on, _USUAL_MONTHS),
    )
