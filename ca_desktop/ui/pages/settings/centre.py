"""The centre: its letterhead and the few settings that travel with its data."""

from ca_desktop.domain.centre import Centre
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import NumberField, TextField
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.settings.logo_field import LogoField
from ca_desktop.ui.pages.settings.section import WIDEST


class CentreSection(RecordForm[Centre]):
    """Fields named like the attributes of Centre."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self.body.setMaximumWidth(theme().px(WIDEST))
        self.demo = Notice(_("This is a demo centre with fictional people. It stays a demo."), "")
        self.place(self.demo)
        self._add_letterhead()
        self._add_settings()
        self.saver = session.centre.save
        self.saves = desk.saves
        self.saved.connect(lambda _result: self.notice.say(_("Saved."), "good"))
        self.changed.connect(lambda: self.notice.say(""))
        desk.changes.on({"centre"}, self, self.refresh)

    def refresh(self) -> None:
        """Read again, unless something is unsaved."""
        if self.is_dirty:
            return
        said = self.notice.text
        centre = self._session.centre.get()
        self.demo.setVisible(centre.is_demo)
        self.show_record(centre)
        self.notice.say(said, "good")

    def _add_letterhead(self) -> None:
        self.section(_("On every paper"))
        self.add("name", TextField(_("Name of the centre"), required=True))
        self.add("address", TextField(_("Street and number")))
        self.add("postcode", TextField(_("Postcode"), longest=7))
        self.add("place", TextField(_("Place")))
        self.add("phone", TextField(_("Phone")))
        self.add("email", TextField(_("E-mail")))
        self.add("website", TextField(_("Website")))
        self.add("logo", LogoField(_("Logo"), help=_("PNG or JPG, at most 500 KB.")))

    def _add_settings(self) -> None:
        self.section(_("How the program works here"))
        self.add(
            "lock_after_minutes",
            NumberField(
                _("Lock the screen after"), required=True, least=1, most=120, unit=_("minutes")
            ),
        )
        self.add(
            "entry_edit_hours",
            NumberField(
                _("A note can be changed during"),
                required=True,
                most=336,
                unit=_("hours"),
                help=_("After that, somebody writes an addition under the note."),
            ),
        )
        self.add(
            "review_after_weeks",
            NumberField(
                _("Review a participant every"), required=True, least=1, most=52, unit=_("weeks")
            ),
        )
