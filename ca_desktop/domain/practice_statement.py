"""The concept of a praktijkverklaring: per mastered work process what was seen, for the school.

The school decides and issues it; the paper says CONCEPT on every page.
"""

from dataclasses import dataclass, replace
from datetime import date

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.paper_heads import PaperHead, refuse_bsn
from ca_desktop.domain.paper_names import plain_file_name
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_paper_source import (
    AgreementFacts,
    StudentSource,
    agreement_facts,
    student_number,
    student_person,
)
from ca_desktop.domain.practice_verdicts import mastered
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.privacy import DataElement, Lens, lens, require_person
from ca_desktop.domain.progress_lines import ReportPerson
from ca_desktop.domain.progress_source import recipient_kind
from ca_desktop.i18n import N_, _, translator

BIRTH_DATE_REASON = N_("A praktijkverklaring names the date of birth of who gets it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MasteredProcess:
    """One work process with the day of the assessment and its STARR notes."""

    code: str
    name: str
    assessed_on: date
    assessed_by: str
    situation: str
    task: str
    action: str
    result: str
    reflection: str

    @property
    def is_described(self) -> bool:
        return any((self.situation, self.task, self.action, self.result, self.reflection))


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeStatement:
    """Everything on the paper."""

    head: PaperHead
    person: ReportPerson
    facts: AgreementFacts
    processes: tuple[MasteredProcess, ...]
    included: tuple[tuple[DataElement, str], ...]


def build_practice_statement(
    source: StudentSource, agreement: PracticeAgreement, dossier: str
) -> PracticeStatement:
    """The concept for the school of this agreement; `dossier` is the number of the qualification
    file. UserError when nothing is mastered yet, or when the partner is no school.
    """
    school = source.schools.get(agreement.school_id)
    t = translator(source.maker.language)
    reason = t(BIRTH_DATE_REASON)
    view = lens(recipient_kind(school), {DataElement.BIRTH_DATE: reason})
    require_person(view)
    works = [one for one in source.works if one.agreement_id == agreement.id]
    lines = tuple(_line(one, source) for one in mastered(works))
    if not lines or not view.shows(DataElement.WORK_PROCESSES):
        raise UserError(
            _(
                "No work process was assessed as “masters it” under this agreement yet. Record the "
                "assessment first; then there is something to declare."
            )
        )
    for line in lines:
        refuse_bsn(line.situation, line.task, line.action, line.result, line.reflection)
    return PracticeStatement(
        head=_head(view, source, agreement),
        person=student_person(view, source),
        facts=replace(agreement_facts(source, agreement), dossier=dossier),
        processes=lines,
        included=tuple(view.included.items()),
    )


def _head(view: Lens, source: StudentSource, agreement: PracticeAgreement) -> PaperHead:
    maker, school = source.maker, source.schools.get(agreement.school_id)
    t = translator(maker.language)
    kind = t("Concept praktijkverklaring")
    number = student_number(view, source, agreement.school_id)
    return PaperHead(
        letterhead=maker.letterhead,
        language=maker.language,
        heading=kind,
        title=f"{kind} · {number}",
        file_name=plain_file_name(kind, number),
        purpose=t("For the school, that judges and issues the praktijkverklaring"),
        author=maker.author,
        made_on=maker.made_on,
        recipient=school.name if school else "",
        basis=t("The practice agreement with the school"),
        starts_on=agreement.period.starts_on,
        ends_on=agreement.period.ends_on,
        is_about_a_person=True,
        is_concept=True,
    )


def _line(work: PractisedWork, source: StudentSource) -> MasteredProcess:
    return MasteredProcess(
        code=work.code,
        name=work.name,
        assessed_on=work.on,
        assessed_by=source.name_of(work.supervisor_id),
        situation=work.situation.strip(),
        task=work.task.strip(),
        action=work.action.strip(),
        result=work.result.strip(),
        reflection=work.reflection.strip(),
    )
