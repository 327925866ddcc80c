"""The centre itself: its name, letterhead and settings."""

from ca_desktop.domain.centre import Centre, problems
from ca_desktop.domain.errors import RuleBroken, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed


class CentreService(Service):
    """What a user can do with the centre's own data."""

    @allowed(Action.SEE_CENTRE)
    def get(self) -> Centre:
        """The centre as it stands now."""
        with self._database.read() as uow:
            return uow.of(Centre).all()[0]

    @allowed(Action.MANAGE_CENTRE)
    def save(self, centre: Centre) -> Centre:
        """Keep changed data or settings. A demo centre can't be turned into a real one."""
        refuse(problems(centre))
        with self._database.write(self._actor, N_("Change centre")) as uow:
            before = uow.of(Centre).get(centre.id)
            if before.is_demo != centre.is_demo:
                raise RuleBroken(_("A demo centre stays a demo centre. Make a new centre instead."))
            uow.save(centre)
        return centre
