"""Goals and growth: what somebody works towards, how each skill goes, which machines."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.goal import GoalForm
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.score import ScoreForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.pages.participants.growth import Growth, growth_of, skill_name, step_words
from ca_desktop.ui.pages.participants.machines import MachineList
from ca_desktop.ui.pages.participants.stack import Parts

_GOAL_COLUMNS = (
    Column[Goal](
        N_("Status"),
        text=lambda goal: goal.status.text,
        sort_key=lambda goal: (goal.closed_on is not None, goal.set_on),
        width=116,
    ),
    Column[Goal](N_("Goal"), text=lambda goal: goal.text, stretch=True),
    Column[Goal](
        N_("By"),
        text=lambda goal: format_date(goal.due_on),
        sort_key=lambda goal: goal.due_on,
        width=96,
    ),
)
_SCORE_COLUMNS = (
    Column[Score](
        N_("Date"), text=lambda one: format_date(one.on), sort_key=lambda one: one.on, width=104
    ),
    Column[Score](N_("Work skill"), text=lambda one: skill_name(one.skill), stretch=True),
    Column[Score](
        N_("How it goes"),
        text=lambda one: step_words(one.scale, one.value),
        sort_key=lambda one: one.value,
        width=184,
    ),
    Column[Score](
        N_("Own view"), text=lambda one: step_words(one.scale, one.own_value), minor=True, width=170
    ),
)
_GROWTH_COLUMNS = (
    Column[Growth](N_("Work skill"), text=lambda one: skill_name(one.skill), stretch=True),
    Column[Growth](N_("How it goes now"), text=lambda one: one.words, width=184),
    Column[Growth](
        N_("Since"),
        text=lambda one: format_date(one.latest.on),
        sort_key=lambda one: one.latest.on,
        minor=True,
        width=96,
    ),
    Column[Growth](N_("Growth"), text=lambda one: one.trend, width=96),
)


class GrowthTable(QWidget):
    """The latest score of each work skill, and whether it went up on the same scale."""

    def __init__(self) -> None:
        super().__init__()
        self.model: RowsModel[Growth] = RowsModel(_GROWTH_COLUMNS)
        self.table = Table(self.model, _("How it goes now"))
        self.table.minor_room = 620
        self.nothing = label(_("There are no scores yet."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_("How it goes now"), "heading"))
        column.addWidget(self.nothing)
        column.addWidget(self.table)

    def show_scores(self, scores: Sequence[Score]) -> None:
        """Show where these scores, newest first, stand now."""
        rows = growth_of(scores)
        self.model.set_rows(rows)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(row * min(len(rows), 8) + 44)


class DevelopmentSection(Parts):
    """Goals, where the work skills stand, and every score."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session, self._desk = session, desk
        self._change = may(session.actor.role, Action.CHANGE_DEVELOPMENT)
        self._person_id = NOBODY
        self.goals = self._make_goals()
        self.growth = GrowthTable()
        self.scores = self._make_scores()
        self.machines = MachineList(session, desk, lambda: self._person_id)
        super().__init__([self.goals, self.growth, self.scores, self.machines])
        self.scores.table.minor_room = 700
        self.scores.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)

    def show_record(self, record: Participant) -> None:
        """Show the development of this person."""
        self._person_id = record.id
        super().show_record(record)

    def open_child(self, child: Hashable) -> None:
        """Open one goal, or a "new" one."""
        self.goals.open_child(child)

    def _make_goals(self) -> SubList[Goal]:
        goals = self._session.goals
        return SubList[Goal](
            self._desk,
            _("Goals"),
            _GOAL_COLUMNS,
            fetch=lambda: goals.of(self._person_id) if self._person_id != NOBODY else [],
            make_form=self._goal_form,
            save=goals.save,
            blank=(lambda: goals.new(self._person_id)) if self._change else None,
            remove=(lambda goal: goals.remove(goal.id)) if self._change else None,
            add_text=_("Add goal"),
            edit_title=_("Goal"),
            empty_text=_("There is no goal yet. Write the first one together."),
            name_of=lambda goal: _("The goal “{goal}”", goal=goal.text),
            topics=frozenset({"goals"}),
            snug=True,
        )

    def _make_scores(self) -> SubList[Score]:
        goals = self._session.goals
        return SubList[Score](
            self._desk,
            _("Scores"),
            _SCORE_COLUMNS,
            fetch=self._read_scores,
            make_form=self._score_form,
            save=goals.save_score,
            blank=(lambda: goals.new_score(self._person_id)) if self._change else None,
            remove=(lambda score: goals.remove_score(score.id)) if self._change else None,
            add_text=_("Add score"),
            edit_title=_("Score"),
            empty_text=_("There are no scores yet."),
            name_of=lambda score: _(
                "The score of {date} for {skill}",
                date=format_date(score.on),
                skill=skill_name(score.skill),
            ),
            topics=frozenset({"scores"}),
            snug=True,
        )

    def _read_scores(self) -> Sequence[Score]:
        found = self._session.goals.scores(self._person_id) if self._person_id != NOBODY else []
        self.growth.show_scores(found)
        return found

    def _goal_form(self) -> GoalForm:
        form = GoalForm(self._session, self._desk)
        form.set_read_only(not self._change)
        return form

    def _score_form(self) -> ScoreForm:
        form = ScoreForm(self._session, self._desk)
        form.set_read_only(not self._change)
        return form
