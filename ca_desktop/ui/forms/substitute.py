"""Choosing who takes over: everybody by name, with in words who can and what stands in the way."""

from collections.abc import Callable, Sequence
from uuid import UUID

from ca_desktop.domain.substitutes import Substitute
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import ChoiceField
from ca_desktop.ui.kit.marks import label

Names = Callable[[], Sequence[tuple[UUID, str]]]


class SubstituteField(ChoiceField[UUID]):
    """`explain(found)` puts the reasons behind the names and under the one that is chosen."""

    def __init__(self, names: Names, *, text: str = "", help: str = "") -> None:
        self._names = names
        self._found: dict[UUID, Substitute] = {}
        super().__init__(
            text or _("Who takes over"), self._offered, none_text=_("– nobody –"), help=help
        )
        self.reasons = label("", "help")
        self.reasons.hide()
        column = self.layout()
        assert column is not None
        column.addWidget(self.reasons)
        self.changed.connect(self._say)

    def explain(self, found: Sequence[Substitute]) -> None:
        """Who can take over was counted: those whom nothing stands in the way of come first."""
        self._found = {one.id: one for one in found}
        self.reload()
        self._say()

    def _offered(self) -> list[tuple[UUID, str]]:
        names = dict(self._names())
        order = [key for key in self._found if key in names]
        order += [key for key in names if key not in self._found]
        return [
            (key, f"{names[key]}: {self._found[key].short}" if key in self._found else names[key])
            for key in order
        ]

    def _show(self, value: UUID | None) -> None:
        super()._show(value)
        if hasattr(self, "reasons"):
            self._say()

    def _say(self) -> None:
        chosen = self._read()
        found = self._found.get(chosen) if chosen else None
        self.reasons.setText("\n".join(found.reasons) if found else "")
        self.reasons.setVisible(found is not None)
