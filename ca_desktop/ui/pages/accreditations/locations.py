"""The dialog with the centre's locations, each a training company of its own at SBB."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.accreditations import TrainingCompany, company_id_warning
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.training_company import TrainingCompanyForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.kit.theme import theme


class LocationsDialog(QDialog):
    """Add, change and remove locations."""

    columns = (
        Column[TrainingCompany](N_("Location"), text=lambda c: c.location, stretch=True),
        Column[TrainingCompany](N_("Leerbedrijf-ID"), text=lambda c: c.company_id, width=140),
        Column[TrainingCompany](N_("Adviser"), text=lambda c: c.adviser_name, width=140),
        Column[TrainingCompany](
            N_("Checked"),
            text=lambda c: format_date(c.last_checked_on),
            sort_key=lambda c: c.last_checked_on,
            width=130,
        ),
    )

    def __init__(self, parent: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(parent)
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self._today = desk.today
        service = session.accreditations
        self.setWindowTitle(_("Locations"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list: SubList[TrainingCompany] = SubList(
            desk,
            _("Locations"),
            self.columns,
            fetch=service.companies,
            make_form=self._make_form,
            save=service.save_company,
            blank=service.new_company if self._may_change else None,
            remove=(lambda row: service.remove_company(row.id)) if self._may_change else None,
            add_text=_("Add location"),
            edit_title=_("Location"),
            empty_text=_("Each location has its own leerbedrijf-ID. Add the first one."),
            name_of=lambda row: row.location,
            topics=frozenset({"training_companies"}),
        )
        self._companies = service.companies
        self.odd = Notice()
        done = QPushButton(_("Close"))
        done.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.list)
        column.addWidget(self.odd)
        column.addWidget(label(_("Enter opens a location. Check the data in MijnSBB."), "help"))
        column.addStretch(1)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        resize_within_screen(self, theme().px(640), theme().px(360))
        self.list.refresh()
        self.list.model.modelReset.connect(self._say_odd)
        self._say_odd()

    def _say_odd(self) -> None:
        """An odd leerbedrijf-ID was kept: say so, since the form is closed by now."""
        odd = [c for c in self._companies() if company_id_warning(c.company_id)]
        words = (f"{c.location}: {company_id_warning(c.company_id)}" for c in odd)
        self.odd.say("\n".join(words))

    def _make_form(self) -> TrainingCompanyForm:
        form = TrainingCompanyForm(self._today)
        form.set_read_only(not self._may_change)
        return form
