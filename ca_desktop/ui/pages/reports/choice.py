"""The choices of a progress report: about whom, for whom, over which period, and what goes in."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ca_desktop.domain.dates import Period
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.privacy import RecipientKind
from ca_desktop.domain.progress_source import recipient_kind
from ca_desktop.i18n import _
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField, PersonPicker
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.pages.reports.periods import (
    last_three_months,
    since_trajectory,
    this_school_year,
)
from ca_desktop.ui.pages.reports.ticks import Ticks

FOR_SELF = "participant"
DUTCH = "nl"
LANGUAGE_NAMES = (("nl", "Nederlands"), ("en", "English"))


class Choice(Form):
    """`wish()` gives what was chosen, or None while something is missing. `wished` on a change."""

    wished = Signal()

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(buttons=False)
        self._session, self._desk = session, desk
        self._partners: dict[UUID, Partner] = {}
        self.participant = self.add(
            "participant", PersonPicker(_("Participant"), self._suggest, required=True)
        )
        self._add_period()
        self.recipient: ChoiceField[UUID | str] = self.add(
            "recipient", ChoiceField(_("For whom"), required=True)
        )
        self._add_nobody()
        self.language: ChoiceField[str] = self.add(
            "language", ChoiceField(_("Language of the paper"), LANGUAGE_NAMES, required=True)
        )
        self.language.value = self._usual_language()
        self._chose_language = False
        self.section(
            _("May be included"),
            _("Only what this recipient needs. Each tick asks a reason, which is printed with it."),
        )
        self.ticks = Ticks()
        self.place(self.ticks)
        self._use(last_three_months(desk.today()))
        self.participant.changed.connect(self._on_person)
        for day in (self.starts_on, self.ends_on):
            day.edit.editingFinished.connect(self._on_period)
        self.recipient.changed.connect(self._on_recipient)
        self.language.changed.connect(self._on_language)
        self.ticks.changed.connect(self.wished)
        self._load_recipients()

    def show_participant(self, participant_id: UUID) -> None:
        """Choose this participant."""
        name = self._session.participants.get(participant_id).name.full
        self.participant.show_person(participant_id, name)
        self._on_person()

    def period(self) -> Period | None:
        """The closed period, or None while it is none."""
        starts_on, ends_on = self.starts_on.value, self.ends_on.value
        if starts_on is None or ends_on is None or ends_on < starts_on:
            return None
        return Period(starts_on=starts_on, ends_on=ends_on)

    def person(self) -> UUID | None:
        """The chosen participant."""
        chosen = self.participant.value
        return chosen if isinstance(chosen, UUID) else None

    def wish(self) -> ReportWish | None:
        """What was chosen, or None while something is missing or a tick has no reason."""
        person, period, recipient = self.person(), self.period(), self.recipient.value
        if person is None or period is None or period.ends_on is None or recipient is None:
            return None
        if not all(self.ticks.included().values()):
            return None
        return ReportWish(
            participant_id=person,
            partner_id=recipient if isinstance(recipient, UUID) else None,
            starts_on=period.starts_on,
            ends_on=period.ends_on,
            included=self.ticks.included(),
            language=self.language.value or DUTCH,
        )

    def missing(self) -> str:
        """What is still to be filled in, in a sentence; '' when nothing is."""
        if self.person() is None:
            return _("Choose a participant. Then the report appears here as it will print.")
        if self.period() is None:
            return _("Fill in the period of the report.")
        if self.recipient.value is None:
            return _("Choose for whom the report is.")
        if not all(self.ticks.included().values()):
            return _("Give a reason with each tick.")
        return ""

    # -- inside --------------------------------------------------------------------------------

    def _add_period(self) -> None:
        self.starts_on = self.add(
            "starts_on", DateField(_("From"), required=True, today=self._desk.today)
        )
        self.ends_on = self.add(
            "ends_on", DateField(_("Up to and including"), required=True, today=self._desk.today)
        )
        holder = QWidget()
        row = FlowLayout(holder)
        self.quick: list[QToolButton] = []
        for words, then in (
            (_("last 3 months"), lambda: self._take(last_three_months(self._desk.today()))),
            (_("this school year"), lambda: self._take(this_school_year(self._desk.today()))),
            (_("since the trajectory began"), self._take_trajectory),
        ):
            button = QToolButton()
            button.setText(words)
            button.setProperty("role", "chip")
            button.clicked.connect(lambda _on=False, do=then: do())
            row.addWidget(button)
            self.quick.append(button)
        self.place(holder)

    def _add_nobody(self) -> None:
        self.nobody = Notice()
        self.to_trajectory = QPushButton(_("Go to the trajectories"))
        self.to_trajectory.setProperty("role", "link")
        self.to_trajectory.clicked.connect(
            lambda: self._desk.navigate("participants", self.person())
        )
        self.place(self.nobody)
        self.place(self.to_trajectory)

    def _suggest(self, text: str) -> Sequence[tuple[UUID, str]]:
        return [
            (line.id, f"{line.name.sorted_form} (D{line.number})")
            for line in self._session.participants.find(text)
        ]

    def _use(self, period: Period) -> None:
        self.starts_on.value, self.ends_on.value = period.starts_on, period.ends_on

    def _take(self, period: Period) -> None:
        self._use(period)
        self._on_period()

    def _take_trajectory(self) -> None:
        person, today = self.person(), self._desk.today()
        if person is None:
            self.participant.set_problem(_("Choose a participant first."))
            return
        found = since_trajectory(self._session.trajectories.of(person), today)
        if found is None:
            self.starts_on.set_problem(_("No trajectory of this participant has begun yet."))
        else:
            self._take(found)

    def _on_person(self) -> None:
        self._load_recipients()
        self.wished.emit()

    def _on_period(self) -> None:
        starts_on, ends_on = self.starts_on.value, self.ends_on.value
        if starts_on and ends_on and ends_on < starts_on:
            self.ends_on.set_problem(_("The period ends before it starts. Check both dates."))
        elif self.ends_on.value is not None:
            self.ends_on.set_problem(None)
        self._load_recipients()
        self.wished.emit()

    def _on_recipient(self) -> None:
        self._offer_ticks()
        self._propose_language()
        self.wished.emit()

    def _on_language(self) -> None:
        self._chose_language = True
        self.wished.emit()

    def _propose_language(self) -> None:
        if not self._chose_language:
            self.language.value = self._usual_language()

    def _usual_language(self) -> str:
        """The participant's own where we have it; partners read Dutch."""
        person = self.person()
        if person is None or self.recipient.value != FOR_SELF:
            return DUTCH
        own = self._session.participants.get(person).language
        return own if own in dict(LANGUAGE_NAMES) else DUTCH

    def _load_recipients(self) -> None:
        """Only partners with a trajectory in this period, and the participant self."""
        person, period = self.person(), self.period()
        found = self._session.papers.recipients(person, period) if person and period else ()
        self._partners = {partner.id: partner for partner in found}
        options: list[tuple[UUID | str, str]] = [
            (partner.id, f"{partner.name} ({partner.kind.text.lower()})") for partner in found
        ]
        chosen = self.recipient.value
        if person:
            options.append((FOR_SELF, _("The participant")))
        still = {value for value, _text in options}
        self.recipient.value = None
        self.recipient.set_options(options)
        self.recipient.value = chosen if chosen in still else (options[0][0] if options else None)
        nobody = bool(person and period and not found)
        self.nobody.say(
            _(
                "In this period no partner has a trajectory for this participant, so no partner "
                "gets a report. The participant may always have one."
            )
            if nobody
            else ""
        )
        self.to_trajectory.setVisible(nobody)
        self._offer_ticks()
        self._propose_language()

    def _offer_ticks(self) -> None:
        chosen = self.recipient.value
        if chosen is None:
            self.ticks.offer((), RecipientKind.PARTICIPANT, _("Choose for whom the report is."))
            return
        partner = self._partners.get(chosen) if isinstance(chosen, UUID) else None
        elements = self._session.papers.may_be_ticked(partner.id if partner else None)
        self.ticks.offer(elements, recipient_kind(partner))
