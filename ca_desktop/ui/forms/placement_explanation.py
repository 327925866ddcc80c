"""The explanation inside the form on a placement: renewed while somebody fills it in."""

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from ca_desktop.domain.conditions import ConditionKind, Record
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.placements import Placement
from ca_desktop.i18n import _
from ca_desktop.services.placements import Placed
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.explanation import ExplanationList, spot_of
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.record_dialog import RecordDialog

_ESSENTIAL = ("participant_id", "role_id", "supervisor_id", "half_days", "starts_on")


class Explaining(QObject):
    """Asks the conditions of what stands in the form, and keeps a placement with its reasons."""

    def __init__(self, session: Session, desk: Desk, read: Callable[[], Placement | None]) -> None:
        super().__init__()
        self._session, self._desk, self._read = session, desk, read
        self._saved: Placement | None = None
        self.list = ExplanationList()
        self.list.asked.connect(self._go)

    def begin(self, shown: Placement) -> None:
        """Another placement stands in the form: one that is kept already, or a new one."""
        self._saved = self._kept(shown)
        self.list.remember({})
        self.explain()

    @property
    def is_offered(self) -> bool:
        """Whether this account may place people at all."""
        return self._desk.is_allowed(Action.PLACE) and may(self._session.actor.role, Action.PLACE)

    def explain(self) -> None:
        """Ask now, where enough is filled in."""
        if not self.is_offered:
            return
        placement = self._read()
        if placement is None or not placement.half_days or NOBODY in _who(placement):
            self.list.clear(_("Choose a participant, a role and half-days to see what fits."))
            return
        try:
            conditions = self._session.matches.explain(placement)
        except UserError as error:
            self.list.clear(error.message)
            return
        self.list.show_conditions(conditions, asks=self._is_essential(placement))

    def keep(self, placement: Placement) -> Placed:
        """Save it: with the reasons where it is new or changed in what the conditions rest on."""
        if self._is_essential(placement):
            return self._session.placements.place(placement, self.list.reasons())
        return self._session.placements.save(placement)

    def facts(self) -> Mapping[str, str]:
        """What a draft keeps of the reasons."""
        return {"reasons": json.dumps(self.list.reasons(), ensure_ascii=False)}

    def restore(self, values: Mapping[str, str]) -> None:
        """Put back the reasons of a draft."""
        self.explain()
        self.list.remember(json.loads(values.get("reasons") or "{}"))

    def split(self, problems: Mapping[str, str]) -> dict[str, str]:
        """Show the problems that are about a condition; the others come back."""
        codes = {code for code in problems if code.split(":")[0] in set(ConditionKind)}
        if codes:
            self.explain()
            self.list.show_problems({code: problems[code] for code in codes})
        others = {name: text for name, text in problems.items() if name not in codes}
        if codes and not others:
            return {"": _("Something does not fit yet. See “Does this fit?”.")}
        return others

    def _is_essential(self, placement: Placement) -> bool:
        saved = self._saved
        return (
            saved is None
            or any(getattr(saved, name) != getattr(placement, name) for name in _ESSENTIAL)
            or _goes_on_longer(saved, placement)
        )

    def _kept(self, shown: Placement) -> Placement | None:
        if NOBODY in _who(shown):
            return None
        try:
            return self._session.placements.get(shown.id)
        except UserError:
            return None

    def _go(self, record: Record) -> None:
        around = self.list.window()
        if isinstance(around, RecordDialog):  # the page lies behind it; what was typed is a draft
            around.step_aside()
        self._desk.navigate(record.page, spot_of(record))


def _who(placement: Placement) -> tuple[object, object]:
    return placement.participant_id, placement.role_id


def _goes_on_longer(saved: Placement, placement: Placement) -> bool:
    """Whether days were added at the end, as when one that has ended is taken up again."""
    if saved.ended_on is None:
        return False
    return placement.ended_on is None or placement.ended_on > saved.ended_on
