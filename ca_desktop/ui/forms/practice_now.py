"""The practice agreement that is chosen, in words: what is in order and what is to be done."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.i18n import _, current_language
from ca_desktop.services.practice_agreements import AgreementLine
from ca_desktop.services.practice_hours import PracticeDemand
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.practice_words import (
    COVER_TONES,
    advice_words,
    hours_words,
    norm_words,
    phase_words,
    signing_words,
)
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.marks import chip, label
from ca_desktop.ui.kit.meter import Meter


class PracticeNow(QWidget):
    """A calm summary; it changes nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.heading = label("", "heading")
        self._chips = QWidget()
        self._row = FlowLayout(self._chips)
        self.cover = label("")
        self.people = label("", "muted")
        self.to_do = label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.heading, self._chips, self.cover, self.people, self.to_do):
            column.addWidget(part)
        self.hours_heading = label(_("Hours of practice"), "label")
        self.meter = Meter(_("Hours of practice"))
        self.hours = label("")
        self.norms = label("", "muted")
        self.advice_heading = label("", "label")
        self.advice = label("")
        for part in (self.hours_heading, self.meter, self.hours, self.norms):
            column.addWidget(part)
        for part in (self.advice_heading, self.advice):
            column.addWidget(part)

    def show_line(self, line: AgreementLine | None) -> None:
        """Show this agreement; nothing where there is none."""
        self.setVisible(line is not None)
        if line is None:
            return
        one = line.agreement
        self.heading.setText(
            " ".join(filter(None, (one.code, one.qualification))) or one.learning_path.text
        )
        self._show_chips(line)
        self.cover.setText(line.cover.reason)
        at_school = ", ".join(
            filter(
                None,
                (one.school_supervisor, one.school_supervisor_phone, one.school_supervisor_email),
            )
        )
        people = (
            _("Trainer: {name}", name=line.trainer) if line.trainer else _("No trainer yet"),
            _("At {school}: {who}", school=line.school, who=at_school) if at_school else "",
        )
        self.people.setText(" · ".join(filter(None, people)))
        phase = _("Phase: {phase}", phase=one.phase.text)
        self.to_do.setText(f"{phase}\n{phase_words(one.phase)}")
        self._show_demand(self._session.practice_hours.of(one.id))

    def _show_demand(self, demand: PracticeDemand) -> None:
        found = demand.progress
        words = hours_words(demand)
        self.meter.setVisible(found is not None)
        if found is not None:
            self.meter.show_values(found.counted, found.due, found.target.minutes, words)
            state = found.state.text
            self.hours_heading.setText(_("Hours of practice: {state}", state=state))
        else:
            self.hours_heading.setText(_("Hours of practice"))
        self.hours.setText(words)
        self.norms.setText(norm_words(demand))
        self.norms.setVisible(bool(self.norms.text()))
        advice = demand.advice
        for part in (self.advice_heading, self.advice):
            part.setVisible(advice is not None)
        if advice is not None:
            name = advice.profile.name.in_(current_language())
            self.advice_heading.setText(_("Intern: {kind}", kind=name))
            self.advice.setText(advice_words(advice))

    def _show_chips(self, line: AgreementLine) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        one = line.agreement
        level = _("level {n}", n=one.level) if one.level else ""
        for fact in (
            chip(" ".join(filter(None, (one.learning_path.text, level)))),
            chip(line.cover.cover.text, COVER_TONES[line.cover.cover]),
            chip(signing_words(line), "good" if line.is_signed else "warning"),
        ):
            self._row.addWidget(fact)
            fact.show()
