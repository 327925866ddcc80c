"""Removing one record of a list: ask with its name, then do it, or say what stops it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.question import Answer, Question, ask


def ask_remove(
    owner: QWidget,
    desk: Desk,
    name: str,
    remove: Callable[[], object],
    then: Callable[[], object],
) -> Question:
    """Ask whether `name` may go; `remove()` writes, `then()` follows when it is gone."""

    def do() -> None:
        desk.saves.run(
            remove,
            then=lambda _done: then(),
            failed=lambda error: show_error(error, owner),
            owner=owner,
        )

    return ask(
        owner,
        _("Remove this?"),
        _("{name} will be removed. You can undo this with Ctrl+Z.", name=name),
        Answer(text=_("Remove"), then=do, kind="danger"),
        Answer(text=_("Keep"), kind="primary"),
        icon="trash-2",
    )
