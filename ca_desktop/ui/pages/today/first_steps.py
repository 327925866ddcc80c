"""What a new centre does first: four steps, each with a tick once it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.action_lines import Card, Line
from ca_desktop.ui.kit.marks import label


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what, why, its button, and whether it was done."""

    what: str
    why: str
    action: str
    go: Callable[[], object]
    done: bool = False


def first_steps(
    navigate: Callable[[str, object], object], *, has_supervisor: bool, has_partner: bool
) -> Card:
    """The card of a centre without participants."""
    card = Card(_("What to do first"), "lightbulb", "")
    lines: list[QWidget] = [
        Line(
            "circle-check" if step.done else "circle",
            step.what,
            _("Done.") if step.done else step.why,
            step.action,
            step.go,
        )
        for step in _steps(navigate, has_supervisor, has_partner)
    ]
    card.put([*lines, _hint()])
    return card


def _steps(
    navigate: Callable[[str, object], object], has_supervisor: bool, has_partner: bool
) -> tuple[Step, ...]:
    return (
        Step(
            _("1. Your supervisors"),
            _("So that participants have somebody of their own."),
            _("Add supervisor"),
            lambda: navigate("supervisors", "new"),
            has_supervisor,
        ),
        Step(
            _("2. Your partners"),
            _(
                "Who sends people to you, such as a municipality. "
                "A trajectory and a report need one."
            ),
            _("Add partner"),
            lambda: navigate("partners", "new"),
            has_partner,
        ),
        Step(
            _("3. Your first participant"),
            _("The rest follows in the file: trajectory, placement, notes."),
            _("Take somebody in"),
            lambda: navigate("participants", "new"),
        ),
        Step(
            _("4. The roles"),
            _("They come from the catalogue. See whether they fit, and how many places you have."),
            _("Look at roles"),
            lambda: navigate("roles", None),
        ),
    )


def _hint() -> QWidget:
    hint = label(_("You can always find what you are looking for with Ctrl+K."), "help")
    hint.setContentsMargins(12, 8, 12, 8)
    return hint
