"""For which partner something is recorded: asked only where more than one partner is at work."""

from collections.abc import Callable, Sequence
from uuid import UUID

from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.fields import ChoiceField

EVERYONE = UUID(int=0)  # stands in the field for "no trajectory in particular"


class TrajectoryField(ChoiceField[UUID]):
    """The trajectories of one person, by the name of the partner. `person` tells whose.

    Its value is a trajectory, EVERYONE, or None while nothing was chosen; `kept` makes of that
    what a record holds. Hidden with one partner: then there is nothing to choose.
    """

    def __init__(self, session: Session, person: Callable[[], object]) -> None:
        self._session, self._person = session, person
        self._partners: Sequence[tuple[UUID, str]] = ()
        super().__init__(
            _("For which partner?"),
            self._offered,
            required=True,
            help=_(
                "On its report a partner reads only what was recorded for it, and what is for "
                "every partner."
            ),
        )

    def begin(self, trajectory_id: UUID | None, *, is_new: bool) -> UUID | None:
        """What stands in the field for a record; of a new one only what is beyond doubt."""
        self._partners = self._of_person(trajectory_id)
        self.reload()
        self.setVisible(len(self._partners) > 1)
        if trajectory_id is not None:
            return trajectory_id
        if not is_new or not self._partners:
            return EVERYONE
        return self._partners[0][0] if len(self._partners) == 1 else None

    @property
    def kept(self) -> UUID | None:
        """What the record holds: None for every partner."""
        return None if self.value == EVERYONE else self.value

    def own_problem(self) -> str | None:
        """Nothing has to be chosen where nothing is asked."""
        return None if self.isHidden() else super().own_problem()

    def _offered(self) -> list[tuple[UUID, str]]:
        return [*self._partners, (EVERYONE, _("For every partner"))]

    def _of_person(self, trajectory_id: UUID | None) -> Sequence[tuple[UUID, str]]:
        person = self._person()
        if not isinstance(person, UUID) or person == NOBODY:
            return ()
        return self._session.trajectories.partners_of(person, trajectory_id)

    def _show(self, value: UUID | None) -> None:
        if value is not None and value not in self._values:
            self.begin(value, is_new=False)
        super()._show(value)
