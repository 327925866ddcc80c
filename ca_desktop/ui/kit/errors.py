"""The one presenter of errors: a UserError as it is, a bug as a crash without personal data."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from ca_desktop import paths
from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _
from ca_desktop.ui.kit.question import Answer, Question

KEPT_REPORTS = 20


def show_error(error: BaseException, parent: QWidget | None = None) -> Question:
    """Tell what happened and what to do. A bug is logged first (types and frames, no values)."""
    if isinstance(error, UserError):
        return _opened(
            Question(
                parent,
                _("This did not work"),
                error.message,
                (Answer(text=_("Close"), kind="primary"),),
                "circle-alert",
            )
        )
    return _show_crash(error, parent)


def install_excepthook() -> None:
    """Let every exception that nobody caught end in `show_error`; the program goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_error(error.with_traceback(trace), QApplication.activeWindow())

    sys.excepthook = hook


def crash_details(error: BaseException) -> str:
    """Type and frames of a bug: never its message, never a value, for those can hold names."""
    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC", f"Python {sys.version.split()[0]}"]
    current: BaseException | None = error
    while current is not None:
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        lines.extend(
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        )
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def write_crash(error: BaseException) -> Path | None:
    """Keep the details in the crash folder; None when even that can't be done."""
    try:
        folder = paths.crash_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
        file.write_text(crash_details(error) + "\n", encoding="utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT_REPORTS]:
            old.unlink()
    except OSError:
        return None
    return file


def _short(filename: str) -> str:
    """The last parts of a path: a home folder can hold a name."""
    return "/".join(Path(filename).parts[-3:])


def _show_crash(error: BaseException, parent: QWidget | None) -> Question:
    write_crash(error)
    details = crash_details(error)
    question = Question(
        parent,
        _("Something went wrong in the program"),
        _(
            "What you were doing may not have been saved. You can go on working. "
            "These details hold no names; you can copy them to report the fault."
        ),
        (
            Answer(text=_("Copy details"), then=lambda: QApplication.clipboard().setText(details)),
            Answer(text=_("Continue"), kind="primary"),
        ),
        "triangle-alert",
    )
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setAccessibleName(_("Details"))
    column = question.layout()
    assert column is not None
    column.addWidget(text)
    return _opened(question)


def _opened(question: Question) -> Question:
    question.open()
    return question
