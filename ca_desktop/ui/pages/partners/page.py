"""The page of partners: a list and one form."""

from collections.abc import Sequence
from typing import Any

from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.forms.partner import PartnerForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column


class PartnersPage(ListDetailPage[Partner]):
    """Municipalities, schools, employers: whoever may receive a paper."""

    key = "partners"
    title = N_("Partners")
    topics = frozenset({"partners"})
    add_text = N_("Add partner")
    new_title = N_("New partner")
    empty_text = N_("Add the first partner: a municipality, a school or an employer.")
    columns = (
        Column[Partner](N_("Name"), text=lambda p: p.name, stretch=True),
        Column[Partner](N_("Kind"), text=lambda p: p.kind.text, width=150),
        Column[Partner](N_("Contact person"), text=lambda p: p.contact_name, minor=True, width=160),
        Column[Partner](N_("Town"), text=lambda p: p.place, minor=True, width=120),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._partners = session.partners
        self._may_change = desk.is_allowed(Action.CHANGE_PARTNERS)
        super().__init__(desk)

    def may_add(self) -> bool:
        return self._may_change

    def list_actions(self) -> Sequence[ListAction]:
        return export_actions(self, self._session, ExportKind.PARTNERS)

    def name_of(self, row: Partner) -> str:
        return row.name

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(key="kind", text=N_("Kind"), options=lambda: [(k, k.text) for k in PartnerKind]),
            Filter(key="active", text=N_("We work together now")),
        )

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may_change:
            return ()
        return (
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self._ask_remove(rows[0]),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1,
            ),
        )

    def fetch(self, search: str) -> Sequence[Partner]:
        kind, active = self.filter("kind"), self.filter("active")
        return [
            partner
            for partner in self._partners.all(search)
            if kind in (None, partner.kind) and (partner.is_active or not active)
        ]

    def make_detail(self) -> PartnerForm:
        form = PartnerForm()
        form.set_read_only(not self._may_change)
        return form

    def save(self, record: Any) -> Partner:
        return self._partners.save(record)

    def blank(self) -> Partner:
        return self._partners.new()

    def _ask_remove(self, partner: Partner) -> None:
        ask_remove(
            self,
            self.desk,
            partner.name,
            lambda: self._partners.remove(partner.id),
            self.refresh,
        )
