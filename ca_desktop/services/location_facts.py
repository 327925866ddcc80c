"""What the program knows of one location by itself: for the five conditions and the checklist."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ca_desktop.db.queries import accreditations as accreditation_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_conditions import Known
from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.domain.accreditation_outlook import OutlookFacts
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import AccreditationState, TrainingCompany
from ca_desktop.domain.dates import add_months, format_date
from ca_desktop.domain.roles import Role
from ca_desktop.domain.supervisors import CertificateStatus
from ca_desktop.i18n import _

_OVER = frozenset(
    {AccreditationState.REJECTED, AccreditationState.WITHDRAWN, AccreditationState.LAPSED}
)
_PREPARED = frozenset({AccreditationState.ORIENTATION, AccreditationState.IN_PREPARATION})
_DECIDED = frozenset({AccreditationState.ACCREDITED, AccreditationState.REJECTED})


@dataclass(frozen=True)
class LocationFacts:
    """Everything around one location, read in one transaction."""

    uow: UnitOfWork
    company: TrainingCompany
    around: Sequence[OutlookFacts]
    evidence: Sequence[AccreditationEvidence]
    today: date
    check_months: int

    @cached_property
    def alive(self) -> list[OutlookFacts]:
        """The accreditations that are, or are to be, in force; not what was refused or ended."""
        return [one for one in self.around if one.accreditation.state not in _OVER]

    @cached_property
    def judged(self) -> list[OutlookFacts]:
        """Those that SBB looks at now; while none was applied for yet, those that are prepared."""
        asked = [one for one in self.alive if one.accreditation.state not in _PREPARED]
        return asked or self.alive

    @cached_property
    def last_contact_on(self) -> date | None:
        """The last contact with SBB or a school: noted here, or a visit to a student."""
        noted = [one.on for one in self.evidence if one.with_whom and one.on <= self.today]
        visited = accreditation_queries.last_school_visit(self.uow, self.company.id, self.today)
        return max((one for one in (*noted, visited) if one), default=None)

    def known(self, condition: AccreditationCondition) -> list[Known]:
        """What is known about this condition."""
        told = {
            AccreditationCondition.LEARNING_PLACE: self._work,
            AccreditationCondition.TRAINER: self._trainers,
            AccreditationCondition.COOPERATION: self._cooperation,
            AccreditationCondition.LISTING: self._listing,
        }
        return list(told[condition]()) if condition in told else []

    def done(self) -> set[str]:
        """The items of the checklist that are done, as far as the program can see."""
        steps = self._states()
        trainers = [one for one in self.alive if one.trainer and one.accreditation.trainer_minutes]
        facts = {
            "qualifications": bool(self.alive),
            "roles": self._has_roles(),
            "processes": any(one.cover and one.cover.share.feasible for one in self.alive),
            "trainer": bool(trainers),
            "trainer_paper": any(_has_paper(one) for one in self.alive),
            "safe_workplace": self._shown(AccreditationCondition.WORKPLACE),
            "kvk": bool(self.company.kvk_number),
            "applied": AccreditationState.APPLIED in steps or bool(steps & _DECIDED),
            "adviser": bool(self.company.adviser_name and self.company.adviser_phone),
            "visit": AccreditationState.VISIT_PLANNED in steps or bool(steps & _DECIDED),
            "decision": bool(steps & _DECIDED),
            "company_id": bool(self.company.company_id),
            "listed": self._shown(AccreditationCondition.LISTING),
            "first_agreement": accreditation_queries.has_signed_agreement(
                self.uow, self.company.id
            ),
            "reassessed": any(one.accreditation.last_assessed_on for one in self.around),
        }
        return {code for code, is_done in facts.items() if is_done}

    def _states(self) -> set[AccreditationState]:
        ids = [one.accreditation.id for one in self.around]
        kept = self.uow.of(AccreditationStep).all(accreditation_id=ids) if ids else []
        return {one.state for one in kept} | {one.accreditation.state for one in self.around}

    def _has_roles(self) -> bool:
        codes = {code for one in self.alive for code in one.accreditation.codes}
        named = any(
            codes & set(role.qualification_codes) for role in self.uow.of(Role).all(is_active=True)
        )
        return named or any(one.cover and one.cover.role_ids for one in self.alive)

    def _shown(self, condition: AccreditationCondition) -> bool:
        rows = (one for one in self.evidence if one.condition is condition)
        return any(one.valid_until is None or one.valid_until >= self.today for one in rows)

    def _work(self) -> Iterator[Known]:
        for one in self.judged:
            share = one.cover.share if one.cover else None
            name = f"{one.accreditation.code} {one.accreditation.name}"
            if share is None or not share.total:
                text = _("{name}: work processes not filled in", name=name)
                yield Known(text=text, is_fine=False)
                continue
            text = _(
                "{name}: {feasible} of {total} work processes here",
                name=name,
                feasible=share.feasible,
                total=share.total,
            )
            yield Known(text=text, is_fine=share.feasible > 0)

    def _trainers(self) -> Iterator[Known]:
        for one in self.judged:
            trainer, code = one.trainer, one.accreditation.code
            if trainer is None:
                yield Known(text=_("{code}: no trainer", code=code), is_fine=False)
                continue
            told = [_("{code}: {name}", code=code, name=trainer.name.full), *_trainer_words(one)]
            fine = (
                trainer.is_active(self.today)
                and _has_paper(one)
                and one.accreditation.trainer_minutes > 0
            )
            if not trainer.is_active(self.today):
                told.append(_("does not work here now"))
            ends = [one.paper_until, trainer.ended_on]
            until = min((day for day in ends if day), default=None)
            yield Known(text=", ".join(told), is_fine=fine, until=until)

    def _cooperation(self) -> Iterator[Known]:
        name = self.company.adviser_name
        text = _("Adviser of SBB: {name}", name=name) if name else _("No adviser of SBB is known")
        yield Known(text=text, is_fine=bool(name))
        last = self.last_contact_on
        if last is None:
            yield Known(text=_("No contact with SBB or a school is noted"), is_fine=False)
            return
        until = add_months(last, self.check_months)
        text = _("Last contact with SBB or a school: {day}", day=format_date(last))
        yield Known(text=text, is_fine=until >= self.today)

    def _listing(self) -> Iterator[Known]:
        number = self.company.company_id
        text = _("Leerbedrijf-ID {number}", number=number) if number else _("No leerbedrijf-ID yet")
        if number or any(one.accreditation.state.is_accredited for one in self.alive):
            yield Known(text=text, is_fine=bool(number))


def _has_paper(one: OutlookFacts) -> bool:
    return one.paper in (CertificateStatus.VALID, CertificateStatus.EXPIRING)


def _trainer_words(one: OutlookFacts) -> Iterator[str]:
    """Paper and time of the trainer."""
    if _has_paper(one):
        until = format_date(one.paper_until)
        name = one.paper_name or _("training paper")
        yield _("{paper} until {day}", paper=name, day=until) if until else name
    else:
        yield _("no valid training paper")
    minutes = one.accreditation.trainer_minutes
    yield _("{n} minutes a week", n=minutes) if minutes else _("no time reserved")
