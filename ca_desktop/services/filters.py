"""Saved filters: each account keeps its own, per page, under a name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.errors import NotFound, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.saved_filters import FilterValue, SavedFilter, problems
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed


class FilterService(Service):
    """Keeps the filters of the account at work; nobody else sees them."""

    @allowed(Action.KEEP_FILTERS)
    def all(self, page: str) -> Sequence[SavedFilter]:
        """The filters that this account kept for a page, on name."""
        with self._database.read() as uow:
            return sorted(self._mine(uow, page), key=lambda one: one.name.casefold())

    @allowed(Action.KEEP_FILTERS)
    def keep(self, page: str, name: str, values: Mapping[str, str]) -> SavedFilter:
        """Keep what the filters of a page stand on; RuleBroken when the name is in use."""
        saved = SavedFilter(
            account_id=self._actor.account_id,
            page=page,
            name=name.strip(),
            values=tuple(FilterValue(key, value) for key, value in values.items()),
        )
        with self._database.write(self._actor, N_("Save filter")) as uow:
            refuse(problems(saved, self._mine(uow, page)))
            uow.save(saved)
        return saved

    @allowed(Action.KEEP_FILTERS)
    def rename(self, filter_id: UUID, name: str) -> SavedFilter:
        """Give a filter another name."""
        with self._database.write(self._actor, N_("Rename filter")) as uow:
            saved = replace(self._own(uow, filter_id), name=name.strip())
            refuse(problems(saved, self._mine(uow, saved.page)))
            uow.save(saved)
        return saved

    @allowed(Action.KEEP_FILTERS)
    def remove(self, filter_id: UUID) -> None:
        """Forget a filter."""
        with self._database.write(self._actor, N_("Remove filter")) as uow:
            uow.remove(self._own(uow, filter_id))

    def _mine(self, uow: UnitOfWork, page: str) -> tuple[SavedFilter, ...]:
        return tuple(uow.of(SavedFilter).all(account_id=self._actor.account_id, page=page))

    def _own(self, uow: UnitOfWork, filter_id: UUID) -> SavedFilter:
        found = uow.of(SavedFilter).find(id=filter_id, account_id=self._actor.account_id)
        if found is None:
            raise NotFound(_("This filter is not there any more."))
        return found
