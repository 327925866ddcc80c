"""The form of one rule: for whom, in which task, which paper, how much, on what ground."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.supervisor_paper_rules import KIND, SupervisorPaperRule, problems
from ca_desktop.domain.supervisors import SupervisorKind
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.i18n import _, current_language
from ca_desktop.ui.kit.fields import CheckField, ChoiceField, DateField, RadioField, TextField
from ca_desktop.ui.kit.record_form import RecordForm

EVERYBODY, MINORS, ROLE, GROUP = "everybody", "minors", "role:", "group:"


class SupervisorPaperRuleForm(RecordForm[SupervisorPaperRule]):
    """Group and paper are each one choice; the rule keeps them in fields of their own."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.problems = problems
        self.add(
            "target_group",
            ChoiceField[str](_("Who is guided"), _groups(), required=True),
        )
        self.add(
            "task",
            ChoiceField[SupervisorKind](
                _("In which task"),
                [(kind, kind.text) for kind in SupervisorKind],
                none_text=_("– any task –"),
                help=_("Only supervisors of this kind are asked for the paper."),
            ),
        )
        self.add("certificate", ChoiceField[str](_("What is asked"), _papers(), required=True))
        self.add("is_required", RadioField[bool](_("How much"), _weights()))
        self._add_ground(today)

    def _add_ground(self, today: Callable[[], date]) -> None:
        self.add(
            "source",
            TextField(
                _("Source"),
                required=True,
                help=_("Where it stands: a law, a contract, a decision of the centre."),
            ),
        )
        self.add(
            "checked_on",
            DateField(
                _("Looked up on"),
                today=today,
                help=_("The day on which you compared this with the source."),
            ),
        )
        self.add("is_active", CheckField(_("In use")))

    def to_values(self, record: SupervisorPaperRule) -> Mapping[str, Any]:
        is_new = not record.certificate and record.kind is None
        return {
            **super().to_values(record),
            "target_group": None if is_new else _group_of(record),
            "certificate": record.paper or None,
        }

    def to_record(
        self, record: SupervisorPaperRule, values: Mapping[str, Any]
    ) -> SupervisorPaperRule:
        group, paper = values["target_group"] or EVERYBODY, values["certificate"] or ""
        role = group.removeprefix(ROLE) if group.startswith(ROLE) else ""
        kind = paper.removeprefix(KIND) if paper.startswith(KIND) else ""
        return super().to_record(
            record,
            {
                **values,
                "legal_role": LegalRole(role) if role else None,
                "minors": group == MINORS,
                "target_group": group.removeprefix(GROUP) if group.startswith(GROUP) else "",
                "certificate": "" if kind else paper,
                "kind": SupervisorKind(kind) if kind else None,
            },
        )


def _group_of(rule: SupervisorPaperRule) -> str:
    if rule.legal_role is not None:
        return f"{ROLE}{rule.legal_role}"
    if rule.target_group:
        return f"{GROUP}{rule.target_group}"
    return MINORS if rule.minors else EVERYBODY


def _groups() -> list[tuple[str, str]]:
    language = current_language()
    return [
        (EVERYBODY, _("everybody")),
        (MINORS, _("people under 18")),
        *((f"{ROLE}{one}", _("trajectory as {role}", role=one.text)) for one in LegalRole),
        *(
            (f"{GROUP}{one.code}", _("target group: {name}", name=one.name.in_(language)))
            for one in load_catalogue().target_groups
        ),
    ]


def _papers() -> list[tuple[str, str]]:
    language = current_language()
    return [
        *((one.code, one.name.in_(language)) for one in load_catalogue().certificates),
        *((f"{KIND}{one}", _("to be: {kind}", kind=one.text.casefold())) for one in SupervisorKind),
    ]


def _weights() -> list[tuple[bool, str, str]]:
    return [
        (True, _("required").capitalize(), _("A placement without it asks a written reason.")),
        (False, _("recommended").capitalize(), _("It is said, and nothing is stopped.")),
    ]
