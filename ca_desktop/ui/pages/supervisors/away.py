"""The question above what relies on a supervisor: which days away, and who would take over."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Signal

from ca_desktop.domain.reliance import Away, problems
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import _
from ca_desktop.ui.forms.substitute import SubstituteField
from ca_desktop.ui.kit.fields import CheckField, DateField
from ca_desktop.ui.kit.form import Form, by_field


class AwayForm(Form):
    """Which days are thought of; nothing of it is kept before somebody asks to record the days."""

    keep_asked = Signal()

    def __init__(
        self,
        names: Callable[[], Sequence[tuple[UUID, str]]],
        today: Callable[[], date],
        may_keep: bool = False,
    ) -> None:
        super().__init__(_("Show what relies on this supervisor"))
        self.supervisor_id: UUID | None = None
        self.may_keep = may_keep
        self.starts_on = self.add(
            "starts_on", DateField(_("First day away"), required=True, today=today)
        )
        self.ends_on = self.add(
            "ends_on",
            DateField(_("Last day away"), today=today),
        )
        self.side_by_side(self.starts_on, self.ends_on)
        self.for_good = self.add("for_good", CheckField(_("Leaves for good")))
        self.substitute = self.add("substitute_id", SubstituteField(names))
        self.for_good.changed.connect(self._fit)
        self.keep = self.add_button(_("Record these days …"), lambda: self.keep_asked.emit())
        self.body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The section scrolls, not the form in it: why somebody can't take over is in sight."""
        if watched is self.body and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.area.setMinimumHeight(self.body.minimumSizeHint().height())
        return super().eventFilter(watched, event)

    def away(self) -> Away | None:
        """What is filled in; None where the days are not known or can't be."""
        if not self.check() or self.supervisor_id is None or self.starts_on.value is None:
            return None
        away = Away(
            supervisor_id=self.supervisor_id,
            starts_on=self.starts_on.value,
            ends_on=self.ends_on.value,
            for_good=self.for_good.value,
            substitute_id=self.substitute.value,
        )
        found = by_field(tuple(problems(away)))
        self.show_problems(found)
        return None if found else away

    def begin(self, supervisor: Supervisor, today: date) -> None:
        """Think of this supervisor: from today, or his last day when one is known."""
        self.supervisor_id = supervisor.id
        self.substitute.reload()
        last = supervisor.ended_on
        leaves = last is not None and last >= today
        self.fill(
            {
                "starts_on": last + timedelta(days=1) if leaves and last else today,
                "ends_on": None,
                "for_good": leaves,
                "substitute_id": supervisor.deputy_id,
            }
        )
        self._fit()

    def _fit(self) -> None:
        self.ends_on.setVisible(not self.for_good.value)
        self.keep.setVisible(self.may_keep and not self.for_good.value)
