"""Taking somebody in, in five steps that may be interrupted: nothing is lost, nothing is kept
before the last one.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.contacts import ContactPerson, ContactRole
from ca_desktop.domain.intake import Intake
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.step_form import StepForm
from ca_desktop.ui.pages.participants.intake_steps import add_steps
from ca_desktop.ui.pages.participants.likely import LikelyNotice
from ca_desktop.ui.pages.participants.summary import IntakeSummary

DRAFTS = "intake:"
KEY = f"{DRAFTS}new"
_TELLS_WHO = ("first_name", "last_name", "born_on", "phone", "email")
_OF_CONTACT = {
    "contact_name": "name",
    "contact_role": "role",
    "contact_phone": "phone",
    "contact_emergency": "in_emergency",
}


class IntakeForm(StepForm[Intake]):
    """`kept(participant)` after somebody was taken in; `stopped` when somebody goes on later or
    throws the intake away; `open_asked(id)` to look at a file that may be the same person.
    """

    stopped = Signal()
    open_asked = Signal(object)

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(_("Take in"))
        self._session, self._key = session, KEY
        self.other = QPushButton(_("Take in somebody else first; this one is kept"))
        self.other.setProperty("role", "link")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(lambda: self.start_other())
        self.place(self.other)
        self.likely = LikelyNotice(self._look)
        self.likely.open_asked.connect(self.open_asked)
        self.place(self.likely)
        self.summary = IntakeSummary()
        add_steps(self, session, desk)
        self.step(_("Check"), _("Nobody is taken in before you press the button."))
        self.place(self.summary)
        self.saves = desk.saves
        self.saver = session.intake.take_in
        self.later = self.add_button(_("Go on later"), self.stop)
        self.add_danger(_("Throw away …"), self._ask_throw_away)
        self.drafts = DraftKeeper(
            self,
            session.drafts,
            lambda: self._key if self.shown else "",
            desk.saves,
            more=self._facts,
        )
        for name in _TELLS_WHO:
            self.fields[name].changed.connect(self.likely.look_soon)
        self.step_shown.connect(lambda _index: self._entered())

    def start(self, key: str = KEY) -> None:
        """An empty intake, or the one that was begun and not finished, at the step where it was.

        Of a second one, begun while the first was not finished, the key of its draft is given.
        """
        self._key = key
        self.likely.start_over()
        self.show_record(self._session.intake.new())
        draft = self._session.drafts.get(key)
        self.other.setVisible(draft is not None)
        self.drafts.bring_back()
        step = draft.values.get("step", "") if draft else ""
        self.go(int(step) if step.isdecimal() else 0)
        self.likely.look_now()

    def start_other(self) -> None:
        """Keep this one for later, and begin with somebody else."""
        self.drafts.keep_now()
        self.start(f"{DRAFTS}{uuid4()}")

    def stop(self) -> None:
        """Keep what was typed and go on later."""
        self.drafts.keep_now()
        self.stopped.emit()

    # -- Intake and fields -----------------------------------------------------------------------

    def to_values(self, record: Intake) -> Mapping[str, Any]:
        person = record.participant
        values = {name: getattr(person, name) for name in self.fields if hasattr(person, name)}
        values.update(dict.fromkeys(("contact_name", "contact_phone"), ""))
        return values | {
            "contact_role": None,
            "contact_emergency": False,
            "dutch": record.dutch,
            "half_days": record.half_days,
        }

    def to_record(self, record: Intake, values: Mapping[str, Any]) -> Intake:
        mine = set(record.participant.__slots__) - set(_OF_CONTACT)
        person = replace(
            record.participant, **{name: value for name, value in values.items() if name in mine}
        )
        return replace(
            record,
            participant=person,
            contact=_contact(person.id, values),
            dutch=values["dutch"],
            half_days=values["half_days"],
        )

    def step_problems(self) -> Mapping[str, str]:
        return self._session.intake.problems(self.record()) if self.shown else {}

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Take in, once it was said that this is nobody who is here already."""
        self.likely.look_now()
        if self.likely.is_open:
            self.notice.say(
                _("Look first at who may be here already, and say whether this is somebody else."),
                "danger",
            )
            self.area.verticalScrollBar().setValue(0)
            self.likely.another.setFocus()
            return
        super().try_save(then)

    # -- inside ----------------------------------------------------------------------------------

    def _look(self) -> Any:
        return self._session.intake.likely(self.record().participant)

    def _entered(self) -> None:
        if self.is_last:
            self.summary.show_steps(self.fields_by_step())
        if self.is_dirty:
            self.changed.emit()  # so that the draft knows the step

    def _facts(self) -> Mapping[str, str]:
        return {"step": str(self.here)}

    def _ask_throw_away(self) -> None:
        ask(
            self,
            _("Throw this intake away?"),
            _("What you typed is gone after this. Nobody was taken in yet."),
            Answer(text=_("Throw away"), then=self._throw_away, kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _throw_away(self) -> None:
        self.discard()
        self.stopped.emit()


def _contact(person_id: Any, values: Mapping[str, Any]) -> ContactPerson | None:
    known = {mine: values[name] for name, mine in _OF_CONTACT.items()}
    if not (known["name"] or known["phone"]):
        return None
    known["role"] = known["role"] or ContactRole.OTHER
    return ContactPerson(participant_id=person_id, **known)
