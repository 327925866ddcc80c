"""The form of a score: one work skill, one step of the scale in words, with its evidence."""

from collections.abc import Mapping
from typing import Any

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.goals import Score
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import supervisor_choices
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField, RunningTextField
from ca_desktop.ui.kit.record_form import RecordForm


def skill_choices() -> list[tuple[str, str]]:
    """Every work skill of the catalogue, behind the name of its group."""
    catalogue, language = load_catalogue(), current_language()
    groups = {group.code: group.name.in_(language) for group in catalogue.work_skill_groups}
    return [
        (skill.code, f"{groups.get(skill.group, '')}: {skill.name.in_(language)}")
        for skill in catalogue.work_skills
    ]


def step_choices(scale: str) -> list[tuple[int, str]]:
    """The steps of a scale in words."""
    language = current_language()
    return [
        (step.value, f"{step.value} – {step.label.in_(language)}")
        for step in load_catalogue().scale(scale).steps
    ]


class ScoreForm(RecordForm[Score]):
    """How somebody does one work skill, seen by one supervisor on one day."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.skill = self.add("skill", ChoiceField(_("Work skill"), skill_choices(), required=True))
        self.score = self.add("value", ChoiceField[int](_("How it goes"), required=True))
        self.own = self.add(
            "own_value",
            ChoiceField[int](_("How the participant sees it"), none_text=_("– not asked –")),
        )
        self.on = self.add("on", DateField(_("Date"), required=True, today=desk.today))
        self.add(
            "supervisor_id",
            ChoiceField(_("Seen by"), supervisor_choices(session), none_text=_("– nobody –")),
        )
        self.add(
            "evidence",
            RunningTextField(
                _("What you saw"),
                lines=3,
                help=_("One example, such as: tested three toasters without help."),
            ),
        )

    def to_values(self, record: Score) -> Mapping[str, Any]:
        """The words of the record's own scale; a new score has no step yet."""
        steps = step_choices(record.scale)
        self.score.set_options(steps)
        self.own.set_options(steps)
        values = dict(super().to_values(record))
        if not record.skill:
            values |= {"skill": None, "value": None}
        return values
