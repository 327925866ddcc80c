"""The settings of the centre: what is declared, what the centre made of it, and back again."""

from collections.abc import Mapping, Sequence

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.centre_settings import (
    CentreSetting,
    DeclaredSetting,
    declared_settings,
    problems,
    setting_values,
)
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class CentreSettingService(Service):
    """What a user can do with the settings of the centre."""

    @allowed(Action.MANAGE_CENTRE)
    def declared(self) -> Sequence[DeclaredSetting]:
        """Every setting with its meaning, bounds, default and source."""
        return declared_settings()

    @allowed(Action.MANAGE_CENTRE)
    def values(self) -> Mapping[str, int]:
        """The value of every setting now."""
        with self._database.read() as uow:
            return values_in(uow)

    @allowed(Action.MANAGE_CENTRE)
    def change(self, values: Mapping[str, int | None]) -> Mapping[str, int]:
        """Keep these values; settings that are not named stay. All or nothing."""
        with self._database.write(self._actor, N_("Change settings")) as uow:
            wanted: dict[str, int | None] = {**values_in(uow), **values}
            refuse(problems(wanted))
            _keep(uow, wanted)
            return values_in(uow)

    @allowed(Action.MANAGE_CENTRE)
    def reset(self) -> Mapping[str, int]:
        """Every setting back to its default."""
        with self._database.write(self._actor, N_("Set settings back to their defaults")) as uow:
            _keep(uow, {one.key: one.default for one in declared_settings()})
            return values_in(uow)


def values_in(uow: UnitOfWork) -> dict[str, int]:
    """The value of every setting, inside a transaction of another service."""
    return setting_values(uow.of(CentreSetting).all())


def _keep(uow: UnitOfWork, wanted: Mapping[str, int | None]) -> None:
    """A row for what differs from the default, none for what follows it."""
    kept = {one.name: one for one in uow.of(CentreSetting).all()}
    for one in declared_settings():
        row, value = kept.get(one.key), str(wanted[one.key])
        if wanted[one.key] == one.default:
            if row is not None:
                uow.remove(row)
        elif row is None:
            uow.save(CentreSetting(name=one.key, value=value))
        elif row.value != value:
            uow.save(CentreSetting(id=row.id, name=one.key, value=value))
