"""What is wrong with a catalogue: gaps in a language, double codes, references to nothing.

For whoever edits `resources/catalogue`; so these messages are English and never on a screen.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass

from ca_desktop.domain.catalogue import ROLE_ORDER, Catalogue
from ca_desktop.domain.catalogue_codes import QualificationInfo
from ca_desktop.domain.catalogue_entries import Origin, Recordable, Scale, TargetGroup, Text
from ca_desktop.domain.catalogue_legal_forms import legal_form_problems
from ca_desktop.domain.catalogue_roles import CatalogueRole
from ca_desktop.domain.errors import Problem

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY"
DEMANDS = (
    "lifting", "standing", "sitting", "noise", "dust", "fumes", "customers", "money", "machines",
    "forklift", "heights", "pace", "screen", "reading", "outdoors", "alone", "stimuli",
)  # fmt: skip
_MAY_BE_EMPTY = frozenset({"note", "suggestion_note", "description"})
_LISTS = tuple(field.name for field in fields(Catalogue) if field.name != "version")


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Everything that keeps the catalogue from being whole."""
    yield from _list_problems(catalogue)
    yield from _work_problems(catalogue)
    yield from _paper_problems(catalogue)
    yield from _legal_problems(catalogue)
    for scale in catalogue.scales:
        yield from _scale_problems(scale)
    for group in catalogue.target_groups:
        yield from _group_problems(group, catalogue)
    for qualification in catalogue.qualifications:
        yield from _qualification_problems(qualification, catalogue)
    for holiday in catalogue.school_holidays:
        if holiday.ends_on < holiday.starts_on:
            yield Problem(f"school_holidays/{holiday.code}", "ends before it starts")
    for role in catalogue.roles:
        yield from _role_problems(role, catalogue)
        yield from _role_reference_problems(role, catalogue)


def _list_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Of every list: it isn't empty, its codes are unique, its texts and sources are filled in."""
    for name in _LISTS:
        entries = getattr(catalogue, name)
        if not entries:
            yield Problem(name, "is empty")
        yield from _doubles(name, (entry.code for entry in entries))
        for entry in entries:
            yield from _text_problems(entry, f"{name}/{entry.code}")


def _text_problems(value: object, where: str, field_name: str = "") -> Iterator[Problem]:
    """Both languages filled in, in every text of an entry, however deep."""
    if isinstance(value, Text):
        missing = [code for code in ("nl", "en") if not value.in_(code).strip()]
        if len(missing) == 1 or (missing and field_name not in _MAY_BE_EMPTY):
            yield Problem(where, f"no text in {' and '.join(missing)}")
    elif isinstance(value, Origin):
        if not value.source.strip():
            yield Problem(where, "no source")
    elif isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            yield from _text_problems(item, f"{where}[{number}]", field_name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _text_problems(
                getattr(value, field.name), f"{where}.{field.name}", field.name
            )


def _work_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Competences, work skills, and the short lists that refer to another list or to themselves."""
    letters = "".join(competence.letter for competence in catalogue.competences)
    if letters != LETTERS:
        yield Problem("competences", f"should be A to Y in order, not {letters}")
    groups = _codes(catalogue.work_skill_groups)
    for skill in catalogue.work_skills:
        where = f"work_skills/{skill.code}"
        yield from _unknown(where, "group", [skill.group], groups)
        yield from _unknown(where, "competence", skill.competences, LETTERS)
        if not skill.competences:
            yield Problem(where, "has no competence")
    if [level.level for level in catalogue.intensities] != list(range(6)):
        yield Problem("intensities", "should be the levels 0 to 5 in order")
    kinds = _codes(catalogue.supervisor_kinds)
    for certificate in catalogue.certificates:
        where = f"certificates/{certificate.code}"
        yield from _unknown(where, "supervisor kind", certificate.usual_for, kinds)
    states = _codes(catalogue.accreditation_states)
    for state in catalogue.accreditation_states:
        yield from _unknown(f"accreditation_states/{state.code}", "next state", state.next, states)
    yield from _doubles("attendance letters", (code.letter for code in catalogue.attendance_codes))
    for agreement in catalogue.workplace_agreements:
        where = f"workplace_agreements/{agreement.code}"
        yield from _unknown(where, "demand", agreement.conflicts_with, DEMANDS)
    defaults = sum(scale.default for scale in catalogue.scales)
    if defaults != 1:
        yield Problem("scales", f"one scale is the default, not {defaults}")


def _paper_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Each row asks one thing for one reason, and names what stands in the other lists."""
    for paper in catalogue.supervisor_papers:
        where = f"supervisor_papers/{paper.code}"
        if bool(paper.certificate) == bool(paper.kind):
            yield Problem(where, "asks either a certificate or a kind of supervisor")
        groups = (bool(paper.legal_role), paper.minors, bool(paper.target_group))
        if sum(groups) > 1:
            yield Problem(where, "is for one group")
        if not any(groups) and not paper.task:
            yield Problem(where, "is for a group or a task")
        codes = _codes(catalogue.certificates) | _codes(catalogue.supervisor_kinds)
        yield from _unknown(where, "paper", filter(None, (paper.certificate, paper.kind)), codes)
        roles = _codes(catalogue.legal_roles)
        yield from _unknown(where, "legal role", filter(None, (paper.legal_role,)), roles)
        known = _codes(catalogue.target_groups)
        yield from _unknown(where, "group", filter(None, (paper.target_group,)), known)
        kinds = _codes(catalogue.supervisor_kinds)
        yield from _unknown(where, "task", filter(None, (paper.task,)), kinds)


def _legal_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Legal forms name legal roles that exist, and watched words a reason that exists."""
    legal_roles = _codes(catalogue.legal_roles)
    for form in catalogue.legal_forms:
        where = f"legal_forms/{form.code}"
        yield from _unknown(where, "legal role", form.legal_roles, legal_roles)
        for message in legal_form_problems(form):
            yield Problem(where, message)
    reasons = _codes(catalogue.watch_reasons)
    for words in catalogue.watched_words:
        yield from _unknown(f"watched_words/{words.code}", "reason", [words.reason], reasons)


def _scale_problems(scale: Scale) -> Iterator[Problem]:
    where = f"scales/{scale.code}"
    values = [step.value for step in scale.steps]
    if values and values != list(range(values[0], values[0] + len(values))):
        yield Problem(where, "the values of the steps should go up by one")
    if not values and (scale.minimum is None or scale.maximum is None):
        yield Problem(where, "has neither steps nor a range")


def _group_problems(group: TargetGroup, catalogue: Catalogue) -> Iterator[Problem]:
    where = f"target_groups/{group.code}"
    legal_roles = _codes(catalogue.legal_roles)
    yield from _unknown(where, "legal role", group.legal_roles, legal_roles)
    if (group.recordable is Recordable.UNDER_LEGAL_ROLE) != bool(group.legal_roles):
        yield Problem(where, f"{group.recordable} does not fit with these legal roles")
    levels = {level.level for level in catalogue.intensities}
    for level in {group.suggested_start, group.suggested_after} - levels:
        yield Problem(where, f"unknown intensity: {level}")
    kinds = _codes(catalogue.supervisor_kinds)
    yield from _unknown(where, "supervisor kind", group.extra_supervisors, kinds)


def _qualification_problems(
    qualification: QualificationInfo, catalogue: Catalogue
) -> Iterator[Problem]:
    where = f"qualifications/{qualification.code}"
    for code in filter(None, (qualification.code, qualification.dossier)):
        if not (len(code) == 5 and code.isdecimal()):
            yield Problem(where, f"{code} is not five digits")
    if not 1 <= qualification.level <= 4:
        yield Problem(where, f"level {qualification.level} is not 1 to 4")
    yield from _unknown(where, "role", qualification.roles, _codes(catalogue.roles))
    linked = {role.key for role in catalogue.roles if qualification.code in role.qualifications}
    for key in sorted(linked ^ set(qualification.roles)):
        yield Problem(where, f"and role {key} don't both name the other")


def _role_problems(role: CatalogueRole, catalogue: Catalogue) -> Iterator[Problem]:
    """The role on its own: complete, sensible numbers, no doubles."""
    where = f"roles/{role.key}"
    if role.key not in ROLE_ORDER:
        yield Problem(where, "is not in the order of roles")
    for name in ("tasks", "minimum", "developable", "safety", "protective_equipment", "conditions"):
        if not getattr(role, name):
            yield Problem(where, f"has no {name}")
    if role.places < 1:
        yield Problem(where, "has no places")
    yield from _doubles(f"{where}.tasks", (task.code for task in role.tasks))
    yield from _doubles(f"{where}.suitability", (line.group for line in role.suitability))
    yield from _doubles(f"{where}.qualifications", role.qualifications)
    active = {group.code for group in catalogue.target_groups if group.active}
    for group in sorted(active - {line.group for line in role.suitability}):
        yield Problem(where, f"says nothing about group {group}")


def _role_reference_problems(role: CatalogueRole, catalogue: Catalogue) -> Iterator[Problem]:
    """What the role says of other lists of the catalogue."""
    where = f"roles/{role.key}"
    used = [line.competence for line in role.minimum]
    used += [line.competence for line in role.developable]
    yield from _unknown(where, "competence", used, LETTERS)
    groups = _codes(catalogue.target_groups)
    yield from _unknown(where, "group", (line.group for line in role.suitability), groups)
    codes = _codes(catalogue.qualifications)
    yield from _unknown(where, "qualification", role.qualifications, codes)
    levels = {str(step.value) for step in catalogue.default_scale.steps}
    yield from _unknown(where, "level", (str(line.level) for line in role.minimum), levels)
    languages = {step.code for step in catalogue.scale("ERK").steps}
    yield from _unknown(where, "language level", [role.language_level], languages)
    intensities = _codes(catalogue.intensities)
    yield from _unknown(where, "intensity", [str(role.guidance_intensity)], intensities)
    yield from _unknown(where, "demand", role.demands, _codes(catalogue.demands))
    yield from _unknown(where, "machine", role.machines, _codes(catalogue.machines))


def _codes(entries: Iterable[object]) -> set[str]:
    return {str(getattr(entry, "code")) for entry in entries}  # noqa: B009 - any entry has a code


def _unknown(
    where: str, what: str, used: Iterable[str], known: Collection[str]
) -> Iterator[Problem]:
    for code in used:
        if code not in known:
            yield Problem(where, f"unknown {what}: {code}")


def _doubles(where: str, codes: Iterable[str]) -> Iterator[Problem]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Problem(where, f"{code} stands here {times} times")
