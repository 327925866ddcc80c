"""The ground of every service: who is at work, what he may do, and over whom."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from ca_desktop.db.database import Database
from ca_desktop.db.queries import reach as reach_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.errors import NotAllowed
from ca_desktop.domain.permissions import Action, Reach, Scope, may, scope_of
from ca_desktop.i18n import _

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound="Service")


Method = Callable[Concatenate[S, P], R]


def allowed(action: Action) -> Callable[[Method[S, P, R]], Method[S, P, R]]:
    """Name the action of a public service method; it is refused to whoever may not do it."""

    def wrap(method: Method[S, P, R]) -> Method[S, P, R]:
        @wraps(method)
        def call(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
            self.demand(action)
            return method(self, *args, **kwargs)

        call.action = action  # type: ignore[attr-defined]  # read by the completeness test
        return cast(Method[S, P, R], call)

    return wrap


class Service:
    """Holds the store, the account at work and the clock; subclasses say what can be done."""

    def __init__(
        self,
        database: Database,
        actor: Actor,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._actor = actor
        self._today = today
        self._now = now

    def demand(self, action: Action) -> None:
        """Raise NotAllowed when this account may not do this for anybody."""
        if scope_of(self._actor.role, action) is Scope.NONE:
            raise NotAllowed(
                _(
                    "Your account ({role}) may not do this. Ask a coordinator.",
                    role=self._actor.role.text,
                )
            )

    def _reach(self, action: Action) -> Reach:
        return Reach(
            scope=scope_of(self._actor.role, action),
            supervisor_id=self._actor.supervisor_id,
            today=self._today(),
            sees_file=may(self._actor.role, Action.SEE_FILE),
            by_aftercare=action is Action.KEEP_AFTERCARE,
        )

    def _require(self, uow: UnitOfWork, action: Action, participant_id: UUID) -> None:
        """Raise NotAllowed when this participant is out of reach for this action."""
        if not self._may(uow, action, participant_id):
            raise NotAllowed(
                _("You may do this only for your own participants. Ask a coordinator.")
            )

    def _may(self, uow: UnitOfWork, action: Action, participant_id: UUID) -> bool:
        """Whether this participant is within reach for this action."""
        reach = self._reach(action)
        return reach.scope is Scope.ALL or reach_queries.reaches(uow, reach, participant_id)

    def _require_record(self, uow: UnitOfWork, action: Action, record: Any) -> None:
        """The same for a record of a participant, and for whom it was about before."""
        self._require(uow, action, record.participant_id)
        before = uow.of(type(record)).find(id=record.id)
        if before is not None and before.participant_id != record.participant_id:
            self._require(uow, action, before.participant_id)
