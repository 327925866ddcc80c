"""The forms around a role that are no text on the factsheet: its settings, and a new role."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.listed_qualifications import ListedQualification
from ca_desktop.domain.roles import Role
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import supervisor_choices
from ca_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    LinesField,
    MultiChoiceField,
    NumberField,
    TextField,
)
from ca_desktop.ui.kit.record_form import RecordForm


class SettingsForm(RecordForm[Role]):
    """Fields are named like the attributes of Role."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._listed = session.qualifications
        self._add_centre(session)
        self._add_guidance()
        self.section(_("Education"))
        self.codes: MultiChoiceField[str] = self.add(
            "qualification_codes",
            MultiChoiceField(
                _("Qualifications that fit"),
                self._offered,
                help=_("Compare a code with SBB first, and note that under Programmes."),
            ),
        )
        self.section(_("For commands and lists"))
        self.add(
            "key",
            TextField(
                _("Short key"), required=True, longest=40, help=_("One word without spaces.")
            ),
        )

    def _add_centre(self, session: Session) -> None:
        self.section(_("At this centre"))
        self.add("is_active", CheckField(_("People can be placed in this role")))
        self.add(
            "places",
            NumberField(
                _("Places"),
                most=500,
                unit=_("at the same time"),
                help=_("0 means: not limited. Placing more people only gives a warning."),
            ),
        )
        self.contact = self.add(
            "contact_supervisor_id",
            ChoiceField(
                _("Contact for this role"),
                lambda: supervisor_choices(session),
                none_text=_("nobody"),
            ),
        )

    def _add_guidance(self) -> None:
        catalogue, language = load_catalogue(), current_language()
        self.section(_("Guidance"))
        self.add(
            "intensity",
            ChoiceField(
                _("Guidance that is usually needed"),
                [
                    (i.level, f"{i.level}  {i.name.in_(language)} – {i.ratio.in_(language)}")
                    for i in catalogue.intensities
                ],
                required=True,
            ),
        )
        self.add(
            "language_level",
            ChoiceField(
                _("Dutch that is needed"),
                [
                    (s.code, f"{s.label.in_(language)} – {s.sentence.in_(language)}")
                    for s in catalogue.scale("ERK").steps
                ],
                required=True,
            ),
        )
        self.section(_("What the work asks"), _("Compared with the agreements of a participant."))
        demands = [(one.code, one.name.in_(language)) for one in catalogue.demands]
        self.add("demands", MultiChoiceField(_("Demands for most of the day"), demands))
        machines = [(one.code, one.name.in_(language)) for one in catalogue.machines]
        self.add("machines", MultiChoiceField(_("Machines of this role"), machines))

    def show_record(self, record: Role) -> None:
        """Show this role; its own codes are offered beside those of the catalogue."""
        self._own_codes = record.qualification_codes
        self.contact.reload()
        self.codes.reload()
        super().show_record(record)

    _own_codes: tuple[str, ...] = ()

    def to_record(self, record: Role, values: Mapping[str, Any]) -> Role:
        return super().to_record(record, {**values, "places": int(values["places"] or 0)})

    def _offered(self) -> list[tuple[str, str]]:
        """Every qualification of the list; one that nobody compared with SBB says so."""
        known = {line.id: _in_words(line.listed) for line in self._listed.lines()}
        return [*known.items(), *((c, c) for c in self._own_codes if c not in known)]


def _in_words(one: ListedQualification) -> str:
    kept = one.qualification
    words = f"{kept.code}  {kept.name} ({kept.level})"
    return words if one.is_checked else _("{words} – to be verified", words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRole:
    """What a role of the centre's own begins with."""

    name: str = ""
    key: str = ""
    tasks: tuple[str, ...] = ()


class NewRoleForm(RecordForm[NewRole]):
    """Just enough to make a role; the rest follows in its file."""

    def __init__(self) -> None:
        super().__init__(_("Add role"))
        self.add("name", TextField(_("Name of the role"), required=True))
        self.add(
            "key",
            TextField(
                _("Short key"),
                required=True,
                longest=40,
                help=_("One word without spaces, for commands and lists."),
            ),
        )
        self.add("tasks", LinesField(_("Tasks"), required=True))
        self.setFocusProxy(self.fields["name"])
