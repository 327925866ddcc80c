"""Drafts: what somebody types is kept within three seconds, and offered when it was not saved.

`DraftKeeper` watches one form, `DraftOffer` is the strip that offers what was left behind.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.drafts import Draft
from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.draft_values import as_text, put_back
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import RunningTextField
from ca_desktop.ui.kit.marks import Picture, label
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.saving import Saves

WITHHELD = N_("You were busy with something that you may no longer see")
KEEP_AFTER_MS = 2000  # and at the latest 3 s after the first key


class Drafts(Protocol):
    """Where drafts live: the service of the account at work."""

    def keep(self, key: str, values: Mapping[str, str], /) -> None: ...
    def drop(self, key: str, /) -> None: ...
    def get(self, key: str, /) -> Draft | None: ...
    def all(self) -> Sequence[Draft]: ...


class DraftKeeper(QObject):
    """Keeps what was changed in a form while it holds unsaved text.

    Of a record that stands in the file only the changed fields are kept, so that a draft that
    comes back undoes nothing that a colleague changed; of a new one (`is_new`) all are.
    `key()` names form and record ('entry:<id>'; '' keeps nothing); `more()` gives what the draft
    needs besides the fields. The draft goes after a reported save or a discard, and is kept at
    once when the form disappears (another page, the lock, signing out).
    """

    def __init__(
        self,
        form: RecordForm[Any],
        drafts: Drafts,
        key: Callable[[], str],
        saves: Saves,
        *,
        more: Callable[[], Mapping[str, str]] = dict,
        is_new: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(form)
        self._form, self._drafts, self._key, self._saves = form, drafts, key, saves
        self._more, self._is_new = more, is_new
        self._kept = ""  # the key of the draft that was kept of what is being typed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)
        form.changed.connect(self._on_changed)
        form.saved.connect(lambda _result: self._on_saved())
        form.discarded.connect(self.drop)
        form.installEventFilter(self)

    @property
    def open_key(self) -> str:
        """The key of what is being typed now, or '' when nothing is unsaved."""
        return self._key() if self._form.is_dirty else ""

    def keep_now(self) -> None:
        """Keep what stands in the form, if it is not saved yet."""
        self._timer.stop()
        key = self.open_key
        if not key:
            return
        if self._form.is_all_sent:
            self._timer.start()  # it is kept itself, or refused: look again
            return
        whole = self._is_new()
        values = {
            name: as_text(field)
            for name, field in self._form.fields.items()
            if whole or self._form.is_changed(name)
        }
        values.update(self._more())
        self._kept = key
        self._saves.run(
            lambda: self._drafts.keep(key, values),
            then=lambda _none: None,
            failed=lambda _error: self._say_failed(),
            owner=self._form,
        )

    def restore(self, draft: Draft) -> None:
        """Put a draft in the form, over the record that is shown; the form is unsaved after it.

        Running text first, and what can't be put back (somebody who was removed) holds up nothing.
        """
        fields = self._form.fields
        all_there = True
        for name in sorted(fields, key=lambda n: not isinstance(fields[n], RunningTextField)):
            if name in draft.values:
                all_there &= put_back(fields[name], draft.values[name])
        self._form.changed.emit()
        if not all_there:
            self._form.say_on_top(
                _("Not everything that you filled in could be put back. Look it over."), "warning"
            )

    def bring_back(self) -> None:
        """After a record was shown: put back what was typed about it and never saved."""
        key = self._key()
        draft = self._drafts.get(key) if key else None
        if draft is not None and not draft.is_withheld:
            self._kept = key
            self.restore(draft)
            if not self._form.is_dirty:
                return  # it said what stands in the file by now, and is dropped
            self._form.say_on_top(
                _("This text was typed before and not saved yet. Look it over and save it."),
                "warning",
            )

    def drop(self) -> None:
        """Forget the draft of the record that is shown."""
        self._timer.stop()
        self._kept = ""
        key = self._key()
        if key and self._drafts.get(key) is not None:
            self._saves.run(
                lambda: self._drafts.drop(key),
                then=lambda _none: None,
                failed=lambda error: show_error(error, self._form),
                owner=self._form,
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep at once when the form disappears."""
        if event.type() is QEvent.Type.Hide and self._timer.isActive():
            self.keep_now()
        return False

    def _on_saved(self) -> None:
        self.drop()
        if self._form.is_dirty:  # what was typed while the save waited
            self._timer.start()

    def _on_changed(self) -> None:
        if self._kept and self._kept == self._key() and not self._form.is_dirty:
            self.drop()  # typed back to what is saved: there is nothing to bring back
        elif not self._timer.isActive():
            self._timer.start()

    def _say_failed(self) -> None:
        if self._form.isVisible():
            self._form.notice.say(
                _("What you type can't be kept for later now. Save it soon."), "warning"
            )


class DraftOffer(QFrame):
    """Offers the newest draft whose key begins with `prefix`: go on writing, or throw away.

    `describe(draft)` says about what it is; `resume(draft)` opens it; `open_key()` is the key that
    is being typed now, which needs no offer.
    """

    def __init__(
        self,
        drafts: Drafts,
        prefix: str,
        *,
        describe: Callable[[Draft], str],
        resume: Callable[[Draft], object],
        open_key: Callable[[], str],
    ) -> None:
        super().__init__()
        self._drafts, self._prefix, self._describe = drafts, prefix, describe
        self._resume, self._open_key = resume, open_key
        self.draft: Draft | None = None
        self.setProperty("role", "notice")
        self.words = label("")
        self.go_on = QPushButton(_("Go on writing"))
        self.throw_away = QPushButton(_("Throw away"))
        self.throw_away.setProperty("role", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(Picture("notebook-pen", "warning", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.throw_away)
        self.go_on.clicked.connect(lambda: self._go_on())
        self.throw_away.clicked.connect(lambda: self._throw_away())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def refresh(self) -> None:
        """Look again which drafts there are."""
        here = self._open_key()
        self.draft = next(
            (d for d in self._drafts.all() if d.key.startswith(self._prefix) and d.key != here),
            None,
        )
        if self.draft is not None:
            words = _(WITHHELD) if self.draft.is_withheld else self._describe(self.draft)
            self.go_on.setVisible(not self.draft.is_withheld)
            self.words.setText(f"{words} ({_moment(self.draft.saved_at)}).")
            self.setAccessibleName(self.words.text())
        self.setVisible(self.draft is not None)

    def _go_on(self) -> None:
        if self.draft is not None:
            self._resume(self.draft)
            self.refresh()

    def _throw_away(self) -> None:
        if self.draft is not None:
            self._drafts.drop(self.draft.key)
            self.refresh()


def _moment(at: datetime) -> str:
    """The time on this computer, with the date when it was not today."""
    local = at.astimezone()
    clock = f"{local:%H:%M}"
    today = local.date() == datetime.now().astimezone().date()
    return clock if today else f"{format_date(local.date())} {clock}"
