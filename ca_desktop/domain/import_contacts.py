"""The contact person in a row of a list from elsewhere: name, phone, and the relation as a role."""

import tomllib
from collections.abc import Mapping
from functools import cache
from uuid import UUID

from ca_desktop.domain.contacts import ContactPerson, ContactRole
from ca_desktop.domain.folding import fold
from ca_desktop.i18n import _
from ca_desktop.resources import resource


def read_contact(
    participant_id: UUID, name: str, relation: str, phone: str
) -> ContactPerson | None:
    """Whom to call about this person, or None where the row names nobody.

    The relation is kept in its own word behind the name: “moeder” says more than its role does.
    """
    if not (name or relation or phone):
        return None
    role = role_of(relation)
    called = name or relation or _("Contact person")
    says_more = bool(name and relation) and fold(relation) != fold(role.text)
    return ContactPerson(
        participant_id=participant_id,
        role=role,
        name=f"{called} ({relation})" if says_more else called,
        phone=phone,
    )


def role_of(relation: str) -> ContactRole:
    """The role that a relation stands for; somebody else where the word is not known."""
    word = fold(relation)
    own = {fold(role.text): role for role in ContactRole}
    return own.get(word) or _words().get(word) or ContactRole.OTHER


@cache
def _words() -> Mapping[str, ContactRole]:
    file = resource("lists", "participant_columns.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        fold(word): ContactRole(role)
        for role, words in table["contact_roles"].items()
        for word in words
    }
