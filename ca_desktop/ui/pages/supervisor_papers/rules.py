"""The tab with the rules: which paper is asked for which group and task, on what ground."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.services.supervisor_paper_rules import RuleLine
from ca_desktop.ui.forms.supervisor_paper_rule import SupervisorPaperRuleForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column


class RulesView(QWidget):
    """A list to look at for everybody who sees the centre; a coordinator changes it."""

    columns = (
        Column[RuleLine](N_("Who is guided"), text=lambda line: line.group, width=215),
        Column[RuleLine](N_("In which task"), text=lambda line: line.task, width=150),
        Column[RuleLine](N_("What is asked"), text=lambda line: line.paper, stretch=True),
        Column[RuleLine](
            N_("How much"),
            text=lambda line: _("required") if line.rule.is_required else _("recommended"),
            strong=lambda line: line.rule.is_required,
            width=105,
        ),
        Column[RuleLine](
            N_("In use"),
            text=lambda line: _("yes") if line.rule.is_active else _("no"),
            icon=lambda line: "check" if line.rule.is_active else "minus",
            width=100,
        ),
        Column[RuleLine](N_("Rule"), text=lambda line: line.origin.text, width=155, room=850),
        Column[RuleLine](N_("Source"), text=lambda line: line.rule.source, width=210, minor=True),
        Column[RuleLine](
            N_("Looked up on"),
            text=lambda line: format_date(line.rule.checked_on) or _("to be verified"),
            sort_key=lambda line: line.rule.checked_on,
            width=120,
            minor=True,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._service, self._desk = session.supervisor_paper_rules, desk
        may_change = desk.is_allowed(Action.CHANGE_SUPERVISORS)
        self._may_change = may_change
        self.list = self._make_list()
        self.list.table.minor_room = 1150
        if may_change:
            self.list.add_row_button(_("Switch on or off"), "check", self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 8)
        column.addWidget(self.list, 1)
        words = _(
            "A target group is never looked up for one person: its rule is asked of everybody with "
            "that task, once so many people of it are here that nobody can be meant."
        )
        column.addWidget(label(words, "help"))
        self.setFocusProxy(self.list.table)
        self.list.refresh()

    def _make_list(self) -> SubList[RuleLine]:
        return SubList(
            self._desk,
            _("What is asked of supervisors"),
            self.columns,
            fetch=lambda: list(self._service.lines()),
            make_form=self._make_form,
            save=self._service.save,
            blank=self._service.new if self._may_change else None,
            remove=(lambda line: self._service.remove(line.rule.code))
            if self._may_change
            else None,
            load=lambda line: line.rule,
            add_text=_("Add rule"),
            edit_title=_("Rule on papers"),
            empty_text=_("No rule is known."),
            name_of=lambda line: _("What we made of “{paper}”", paper=line.paper),
            topics=frozenset({"supervisor_paper_rules"}),
            more=self._actions() if self._may_change else (),
        )

    def _actions(self) -> tuple[RowAction, ...]:
        return (
            RowAction(
                text=N_("Switch on or off"), do=lambda rows: self._switch(rows[0]), icon="check"
            ),
        )

    def _switch(self, line: RuleLine) -> None:
        self._desk.saves.run(
            lambda: self._service.switch(line.rule, not line.rule.is_active),
            then=lambda _rule: self.list.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _make_form(self) -> SupervisorPaperRuleForm:
        form = SupervisorPaperRuleForm(self._desk.today)
        form.set_read_only(not self._may_change)
        return form
