"""Locations as training companies: the five conditions with evidence, MijnSBB, the checklist."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_checklist import ChecklistLine, checklist, checklist_items
from ca_desktop.domain.accreditation_conditions import (
    ConditionLine,
    ConditionState,
    condition_line,
)
from ca_desktop.domain.accreditation_evidence import (
    AccreditationCondition,
    AccreditationEvidence,
    problems,
)
from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.checklist_ticks import ChecklistTick
from ca_desktop.domain.checklist_ticks import problems as tick_problems
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.location_facts import LocationFacts
from ca_desktop.services.outlook import gathered
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.settings import values_in
from ca_desktop.services.work_processes import pictures_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationLine:
    """A location with how many accreditations it has now, and its conditions that are not met."""

    company: TrainingCompany
    accredited: int
    open_conditions: int
    done: int
    items: int

    @property
    def id(self) -> UUID:
        return self.company.id


class TrainingCompanyService(Service):
    """What a user can do with a location as a training company."""

    @allowed(Action.SEE_CENTRE)
    def lines(self) -> Sequence[LocationLine]:
        """The locations with how they stand, on name."""
        with self._database.read() as uow:
            companies = uow.of(TrainingCompany).all(order_by="location")
            return [self._line(uow, company) for company in companies]

    @allowed(Action.SEE_CENTRE)
    def conditions(self, company_id: UUID) -> Sequence[ConditionLine]:
        """The five conditions in the order of SBB."""
        with self._database.read() as uow:
            return self._conditions(uow, self._facts(uow, uow.of(TrainingCompany).get(company_id)))

    @allowed(Action.SEE_CENTRE)
    def checklist(self, company_id: UUID) -> Sequence[ChecklistLine]:
        """The way to a first accreditation, with what is done."""
        with self._database.read() as uow:
            return self._checklist(uow, self._facts(uow, uow.of(TrainingCompany).get(company_id)))

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def checked_today(self, company_id: UUID) -> TrainingCompany:
        """The location was compared with MijnSBB today."""
        with self._database.write(self._actor, N_("Checked in MijnSBB")) as uow:
            company = uow.of(TrainingCompany).get(company_id)
            company = replace(company, last_checked_on=self._today())
            uow.save(company)
        return company

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def new_evidence(
        self, company_id: UUID, condition: AccreditationCondition
    ) -> AccreditationEvidence:
        """Evidence of today, to fill in."""
        return AccreditationEvidence(
            training_company_id=company_id, condition=condition, on=self._today(), text=""
        )

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def save_evidence(self, evidence: AccreditationEvidence) -> AccreditationEvidence:
        """Keep evidence, or a contact with SBB or a school."""
        refuse(problems(evidence, self._today()))
        with self._database.write(self._actor, N_("Save evidence for SBB")) as uow:
            uow.save(evidence)
        return evidence

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def remove_evidence(self, evidence_id: UUID) -> None:
        """Remove evidence."""
        with self._database.write(self._actor, N_("Remove evidence for SBB")) as uow:
            uow.remove(uow.of(AccreditationEvidence).get(evidence_id))

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def tick(self, company_id: UUID, item: str, done_on: date | None = None) -> ChecklistTick:
        """Tick an item off by hand, today or on a day before."""
        tick = ChecklistTick(
            training_company_id=company_id, item=item, done_on=done_on or self._today()
        )
        refuse(tick_problems(tick, self._today()))
        with self._database.write(self._actor, N_("Tick item of checklist")) as uow:
            old = uow.of(ChecklistTick).find(training_company_id=company_id, item=item)
            tick = replace(tick, id=old.id, remarks=old.remarks) if old else tick
            uow.save(tick)
        return tick

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def untick(self, company_id: UUID, item: str) -> None:
        """Take a tick away."""
        with self._database.write(self._actor, N_("Untick item of checklist")) as uow:
            old = uow.of(ChecklistTick).find(training_company_id=company_id, item=item)
            if old is not None:
                uow.remove(old)

    def _facts(self, uow: UnitOfWork, company: TrainingCompany) -> LocationFacts:
        around = [
            one
            for one in gathered(uow, self._today(), pictures_of(uow))
            if one.accreditation.training_company_id == company.id
        ]
        return LocationFacts(
            uow=uow,
            company=company,
            around=around,
            evidence=uow.of(AccreditationEvidence).all(training_company_id=company.id),
            today=self._today(),
            check_months=values_in(uow)["sbb_check_months"],
        )

    def _conditions(self, uow: UnitOfWork, facts: LocationFacts) -> list[ConditionLine]:
        soon = values_in(uow)["sbb_soon_months"]
        return [
            condition_line(
                condition,
                facts.known(condition),
                [one for one in facts.evidence if one.condition is condition],
                self._today(),
                soon,
            )
            for condition in AccreditationCondition
        ]

    def _checklist(self, uow: UnitOfWork, facts: LocationFacts) -> tuple[ChecklistLine, ...]:
        ticks = uow.of(ChecklistTick).all(training_company_id=facts.company.id)
        return checklist(facts.done(), ticks)

    def _line(self, uow: UnitOfWork, company: TrainingCompany) -> LocationLine:
        facts = self._facts(uow, company)
        conditions = self._conditions(uow, facts)
        done = [one for one in self._checklist(uow, facts) if one.is_done]
        today = self._today()
        return LocationLine(
            company=company,
            accredited=sum(one.accreditation.may_start_on(today) for one in facts.around),
            open_conditions=sum(one.state is ConditionState.NOT_SHOWN for one in conditions),
            done=len(done),
            items=len(checklist_items()),
        )
