"""Roles: the centre's own copy of the catalogue's profiles, editable, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from uuid import UUID

from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.domain.errors import NotFound, refuse
from ca_desktop.domain.folding import fold
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.roles import Role, RoleProfile, problems, profile_problems, search_text
from ca_desktop.i18n import LANGUAGES, N_, _, current_language
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role as shown in lists: its name in the language of the screen and how full it is."""

    role: Role
    name: str
    people_now: int
    fullest: int

    @property
    def id(self) -> UUID:
        return self.role.id


class RoleService(Service):
    """What a user can do with roles."""

    @allowed(Action.SEE_CENTRE)
    def lines(self, search: str = "", *, active_only: bool = False) -> Sequence[RoleLine]:
        """Roles in the order of their numbers; `fullest` counts people in the fullest half-day."""
        words = fold(search).split()
        with self._database.read() as uow:
            roles = uow.of(Role).all(order_by="number")
            profiles = uow.of(RoleProfile).all()
            people = placement_queries.people_in(uow, "role_id", self._today())
            fullest = placement_queries.fullest(uow, self._today())
        lines = []
        for role in roles:
            names = {p.language: p.name for p in profiles if p.role_id == role.id}
            text = search_text(role, tuple(names.values()))
            if (active_only and not role.is_active) or not all(word in text for word in words):
                continue
            lines.append(
                RoleLine(
                    role=role,
                    name=names.get(current_language()) or names.get("nl") or role.key,
                    people_now=people.get(role.id, 0),
                    fullest=fullest.get(role.id, 0),
                )
            )
        return lines

    @allowed(Action.SEE_CENTRE)
    def find(self, search: str, limit: int) -> Sequence[tuple[Role, str]]:
        """The first roles that match, each with its name: for the global search."""
        words = fold(search).split()
        with self._database.read() as uow:
            roles = uow.of(Role).all(order_by="number")
            names = [role_names(uow, language) for language in (current_language(), *LANGUAGES)]
        found = []
        for role in roles:
            text = search_text(role, tuple(one[role.id] for one in names))
            if all(word in text for word in words):
                found.append((role, names[0][role.id]))
        return found[:limit]

    @allowed(Action.SEE_CENTRE)
    def get(self, role_id: UUID) -> Role:
        """The role; NotFound when gone."""
        with self._database.read() as uow:
            return uow.of(Role).get(role_id)

    @allowed(Action.SEE_CENTRE)
    def named(self, key_or_number: str) -> Role:
        """By key, number or name in any language; NotFound gives the nearest keys."""
        wanted = fold(key_or_number)
        with self._database.read() as uow:
            roles = uow.of(Role).all(order_by="number")
            profiles = uow.of(RoleProfile).all()
        names: dict[str, Role] = {}
        by_id = {role.id: role for role in roles}
        for profile in profiles:
            names.setdefault(fold(profile.name), by_id[profile.role_id])
        for role in roles:
            names[fold(role.key)] = role
            names[str(role.number)] = role
        if wanted in names:
            return names[wanted]
        close = get_close_matches(wanted, names, 3, 0.4)
        nearest = list(dict.fromkeys(names[name].key for name in close)) or [r.key for r in roles]
        raise NotFound(_("There is no role “{name}”.", name=key_or_number), nearest)

    @allowed(Action.SEE_CENTRE)
    def profile(self, role_id: UUID, language: str) -> RoleProfile:
        """The texts of a role in this language, or in Dutch where there are none."""
        with self._database.read() as uow:
            profiles = uow.of(RoleProfile)
            found = profiles.find(role_id=role_id, language=language)
            found = found or profiles.find(role_id=role_id, language="nl")
            if found is None:
                raise NotFound(_("This role has no texts yet."))
            return found

    @allowed(Action.CHANGE_ROLES)
    def new(self) -> tuple[Role, RoleProfile]:
        """An empty role of the centre's own, with its Dutch profile."""
        role = Role(number=0, key="", catalogue_source=_("Own role of the centre"))
        return role, RoleProfile(role_id=role.id, language="nl", name="")

    @allowed(Action.CHANGE_ROLES)
    def save(self, role: Role, profile: RoleProfile) -> tuple[Role, RoleProfile]:
        """Keep a role together with one of its profiles."""
        refuse((*problems(role), *profile_problems(profile)))
        with self._database.write(self._actor, N_("Save role")) as uow:
            role = uow.numbered(role)
            uow.save(role)
            uow.save(profile)
        return role, profile

    @allowed(Action.CHANGE_ROLES)
    def remove(self, role_id: UUID) -> None:
        """Remove a role in which nobody was ever placed, with its texts."""
        with self._database.write(self._actor, N_("Remove role")) as uow:
            for profile in uow.of(RoleProfile).all(role_id=role_id):
                uow.remove(profile)
            uow.remove(uow.of(Role).get(role_id))
