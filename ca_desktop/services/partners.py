"""Partners: list, keep and find the organisations that may receive a paper."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from uuid import UUID

from ca_desktop.domain.errors import NotFound, refuse
from ca_desktop.domain.folding import fold
from ca_desktop.domain.partners import (
    Partner,
    PartnerKind,
    problems,
    tidy_brin,
    tidy_postcode,
)
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed


class PartnerService(Service):
    """What a user can do with partners."""

    @allowed(Action.SEE_CENTRE)
    def all(self, search: str = "") -> Sequence[Partner]:
        """Every partner whose number, name, contact or place holds all words of the search."""
        words = fold(search).split()
        with self._database.read() as uow:
            found = uow.of(Partner).all(order_by="name")
        return [p for p in found if all(word in p.search_text for word in words)]

    @allowed(Action.SEE_CENTRE)
    def get(self, partner_id: UUID) -> Partner:
        """The partner; NotFound when it is gone."""
        with self._database.read() as uow:
            return uow.of(Partner).get(partner_id)

    @allowed(Action.SEE_CENTRE)
    def named(self, name_or_number: str) -> Partner:
        """The partner with this number or exactly this name; NotFound gives the nearest names."""
        partners = self.all()
        wanted = fold(name_or_number)
        found = [p for p in partners if wanted in (str(p.number), fold(p.name))]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(
                _("More than one partner fits “{name}”. Use the number.", name=name_or_number),
                [f"{p.number} {p.name}" for p in found[:5]],
            )
        names = {fold(p.name): p.name for p in partners}
        partly = [p.name for p in partners if wanted and wanted in fold(p.name)]
        nearest = partly[:5] or [names[one] for one in get_close_matches(wanted, names, 3, 0.3)]
        raise NotFound(_("There is no partner “{name}”.", name=name_or_number), nearest)

    @allowed(Action.CHANGE_PARTNERS)
    def new(self) -> Partner:
        """An empty partner to fill in; its number is given when it is saved."""
        return Partner(number=0, name="", kind=PartnerKind.MUNICIPALITY)

    @allowed(Action.CHANGE_PARTNERS)
    def save(self, partner: Partner) -> Partner:
        """Keep a new or changed partner; RuleBroken names the fields to mend."""
        partner = replace(
            partner, postcode=tidy_postcode(partner.postcode), brin=tidy_brin(partner.brin)
        )
        refuse(problems(partner))
        with self._database.write(self._actor, N_("Save partner")) as uow:
            partner = uow.numbered(partner)
            uow.save(partner)
        return partner

    @allowed(Action.CHANGE_PARTNERS)
    def remove(self, partner_id: UUID) -> None:
        """Remove a partner that nothing refers to."""
        with self._database.write(self._actor, N_("Remove partner")) as uow:
            uow.remove(uow.of(Partner).get(partner_id))
