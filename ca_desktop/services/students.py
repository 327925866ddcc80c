"""Students as one list: name, school, cover, hours and signatures of each practice agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.db.queries import students as student_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_cover import cover_of
from ca_desktop.domain.practice_hours import HoursProgress
from ca_desktop.domain.students import StudentFilter
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.services.practice_agreements import AgreementLine
from ca_desktop.services.practice_cover import dossier_in, is_minor_at
from ca_desktop.services.practice_hours import progress_in
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentLine:
    """One agreement with the student it is about, and how far the hours are."""

    line: AgreementLine
    participant: PersonName
    number: int
    hours: HoursProgress | None

    @property
    def id(self) -> UUID:
        return self.line.id

    @property
    def agreement(self) -> PracticeAgreement:
        return self.line.agreement


class StudentService(Service):
    """What a user can see of students; what changes them stands in their files."""

    @allowed(Action.SEE_FILE)
    def lines(self, search: str = "", chosen: StudentFilter | None = None) -> Sequence[StudentLine]:
        """The first agreements within reach that fit, those that end first on top."""
        reach = self._reach(Action.SEE_FILE)
        with self._database.read() as uow:
            found = student_queries.first(uow, reach, search, chosen or StudentFilter())
            return self._lines(uow, found)

    @allowed(Action.SEE_FILE)
    def order(self, search: str, chosen: StudentFilter) -> Sequence[UUID]:
        """The ids of all of them."""
        with self._database.read() as uow:
            return student_queries.order(uow, self._reach(Action.SEE_FILE), search, chosen)

    @allowed(Action.SEE_FILE)
    def count(self, search: str, chosen: StudentFilter) -> int:
        """How many there are."""
        with self._database.read() as uow:
            return student_queries.count(uow, self._reach(Action.SEE_FILE), search, chosen)

    @allowed(Action.SEE_FILE)
    def lines_of(self, ids: Sequence[UUID]) -> Sequence[StudentLine]:
        """The lines of these agreements; what is out of reach is left out."""
        with self._database.read() as uow:
            return self._lines(uow, ids)

    def _lines(self, uow: UnitOfWork, ids: Sequence[UUID]) -> list[StudentLine]:
        names = student_queries.names_of(uow, self._reach(Action.SEE_FILE), ids)
        found = uow.of(PracticeAgreement).by_ids(one for one in ids if one in names)
        if not found:
            return []
        dossier, hours = dossier_in(uow), progress_in(uow, found, self._today())
        people = {p.id: p for p in uow.of(Participant).by_ids({a.participant_id for a in found})}
        schools = {one.id: one.name for one in uow.of(Partner).all(kind=PartnerKind.SCHOOL)}
        trainers = {one.id: one.name.full for one in uow.of(Supervisor).all()}
        lines = []
        for one in found:
            minor = is_minor_at(people[one.participant_id], one)
            line = AgreementLine(
                agreement=one,
                school=schools.get(one.school_id, ""),
                trainer=trainers.get(one.trainer_id, "") if one.trainer_id else "",
                cover=cover_of(one, dossier),
                unsigned=one.unsigned(is_minor=minor),
            )
            number, name = names[one.id]
            lines.append(
                StudentLine(line=line, participant=name, number=number, hours=hours.get(one.id))
            )
        return lines
