"""Begeleiding en tijd: the numbers of the capacity board, made from what is declared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ca_desktop.domain.centre_settings import DeclaredSetting, source_words
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import NumberField
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.settings.section import WIDEST

_SECTIONS = {
    "guidance": (
        N_("Minutes of guidance per hour"),
        N_("Per hour that a participant is present. The level stands with each role."),
    ),
    "time": (N_("Time"), ""),
    "start": (N_("The first weeks"), ""),
    "load": (
        N_("When it becomes too much"),
        N_("The part of the available time that is needed, on the capacity board."),
    ),
    "interns": (
        N_("Students and interns"),
        N_("The level of guidance (0 to 5) that is proposed per kind of education."),
    ),
    "subsidy": (
        N_("Praktijkleren subsidy"),
        N_("With this the proof per student counts the weeks and the amount."),
    ),
    "sbb": (
        N_("SBB accreditation"),
        N_("When the board and Today ask attention for an accreditation."),
    ),
}


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in the form: every setting by its key."""

    by_key: Mapping[str, int | None]


class GuidanceSection(RecordForm[Values]):
    """One field per declared setting, in the order of the declarations."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.body.setMaximumWidth(theme().px(WIDEST))
        section = ""
        for one in session.settings.declared():
            if one.section != section:
                section = one.section
                title, help_line = _SECTIONS[section]
                self.section(_(title), _(help_line))
            self.add(one.key, _field(one))
        self.back = self.add_button(_("Back to the defaults …"), self.ask_reset)
        self.saver = lambda values: session.settings.change(values.by_key)
        self.saves = desk.saves
        self.saved.connect(lambda _result: self.notice.say(_("Saved."), "good"))
        self.changed.connect(lambda: self.notice.say(""))
        desk.changes.on({"centre_settings"}, self, self.refresh)

    def refresh(self) -> None:
        """Read again, unless something is unsaved."""
        if self.is_dirty:
            return
        said = self.notice.text
        self.show_record(Values(self._session.settings.values()))
        self.notice.say(said, "good")

    def ask_reset(self) -> None:
        """Ask, then set everything here back to its default."""
        ask(
            self,
            _("Back to the defaults?"),
            _("All numbers on this page get their default again. You can undo this with Ctrl+Z."),
            Answer(text=_("Back to the defaults"), then=self._reset, kind="primary"),
            Answer(text=_("Leave it as it is")),
        )

    def to_values(self, record: Values) -> Mapping[str, Any]:
        return record.by_key

    def to_record(self, record: Values, values: Mapping[str, Any]) -> Values:
        return Values({**record.by_key, **values})

    def _reset(self) -> None:
        def done(values: Mapping[str, int]) -> None:
            self.show_record(Values(values))
            self.notice.say(_("Everything here has its default again."), "good")

        self._desk.saves.run(
            self._session.settings.reset, then=done, failed=self.show_refusal, owner=self
        )


def _field(setting: DeclaredSetting) -> NumberField:
    language = current_language()
    words = (setting.help.in_(language), source_words(setting))
    return NumberField(
        setting.name.in_(language),
        help=" ".join(filter(None, words)),
        required=True,
        least=setting.least,
        most=setting.most,
        unit=setting.unit.in_(language),
    )
