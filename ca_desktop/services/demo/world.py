"""What stands around the people of the demo centre: supervisors, partners, roles, SBB."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any
from uuid import UUID

from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.catalogue import Catalogue
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.role_copies import copies_of
from ca_desktop.domain.roles import Role, RoleProfile
from ca_desktop.domain.school_holidays import SchoolRegion
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.opening import open_until
from ca_desktop.services.demo.texts import DemoTexts

OPENED_MONTHS_AGO = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The centre without its participants; lookups go by the keys of the files."""

    today: date
    centre: Centre
    account: Account
    supervisors: Mapping[str, Supervisor]
    certificates: tuple[Certificate, ...]
    partners: Mapping[str, Partner]
    partner_numbers: Mapping[str, str]
    company: TrainingCompany
    accreditations: tuple[Accreditation, ...]
    roles: Mapping[str, Role]
    profiles: tuple[RoleProfile, ...]
    guides: Mapping[str, tuple[UUID, ...]]

    def objects(self) -> list[object]:
        """Everything, in an order in which each line finds what it refers to."""
        return [
            self.centre,
            self.account,
            *self.partners.values(),
            *sorted(self.supervisors.values(), key=lambda one: one.deputy_id is not None),
            *self.certificates,
            self.company,
            *self.accreditations,
            *self.roles.values(),
            *self.profiles,
        ]

    def with_places(self, places: Mapping[str, int]) -> "World":
        """The same world, with these numbers of places per role key."""
        roles = {
            key: replace(role, places=places.get(key, role.places))
            for key, role in self.roles.items()
        }
        return replace(self, roles=roles)


def build_world(
    chance: Chance, texts: DemoTexts, catalogue: Catalogue, today: date, supervisors: int
) -> World:
    """The world on this day; beyond the named supervisors others with the same work are added."""
    team, guides, certificates = _team(chance, texts, today, supervisors)
    company, accreditations = _sbb(chance, texts, today, team)
    partners = _partners(chance, texts)
    roles, profiles = _roles(chance, catalogue, guides)
    about = texts.centre["centre"]
    return World(
        today=today,
        centre=_centre(chance, about, catalogue, today),
        account=Account(
            id=chance.new_id(),
            sign_in_name=about["sign_in_name"],
            full_name=about["coordinator"],
            role=AccountRole.COORDINATOR,
        ),
        supervisors=team,
        certificates=certificates,
        partners=partners,
        partner_numbers={p["key"]: p["numbers"] for p in texts.centre["partners"]},
        company=company,
        accreditations=accreditations,
        roles=roles,
        profiles=profiles,
        guides=guides,
    )


def _centre(chance: Chance, about: Mapping[str, Any], catalogue: Catalogue, today: date) -> Centre:
    words = ("name", "place", "address", "postcode", "phone", "email", "website")
    return Centre(
        id=chance.new_id(),
        **{word: about[word] for word in words},
        is_demo=True,
        created_on=today,
        catalogue_version=catalogue.version,
    )


def _team(
    chance: Chance, texts: DemoTexts, today: date, count: int
) -> tuple[dict[str, Supervisor], dict[str, tuple[UUID, ...]], tuple[Certificate, ...]]:
    named = texts.centre["supervisors"]
    team: dict[str, Supervisor] = {}
    guides: dict[str, list[UUID]] = {}
    certificates: list[Certificate] = []
    for number, row in enumerate(islice(cycle(named), count), start=1):
        first, prefix, last = row["name"] if number <= len(named) else _a_name(chance, texts)
        supervisor = Supervisor(
            id=chance.new_id(),
            number=number,
            first_name=first,
            prefix=prefix,
            last_name=last,
            kinds=tuple(map(SupervisorKind, row["kinds"])),
            phone=f"06-0000 {2000 + number % 8000}",
            email=f"{row['key']}{number}@deschakel.example",
            employer=row.get(
                "employer", texts.centre["centre"]["name"].removesuffix(" (voorbeeld)")
            ),
            weekly_minutes=row["hours"] * 60,
            starts_on=open_until(add_months(today, -OPENED_MONTHS_AGO)),
        )
        team[row["key"] if number <= len(named) else f"s{number}"] = supervisor
        certificates.extend(_certificates(chance, row["certificates"], supervisor, today))
        for role in row["roles"]:
            guides.setdefault(role, []).append(supervisor.id)
    return team, {role: tuple(ids) for role, ids in guides.items()}, tuple(certificates)


def _a_name(chance: Chance, texts: DemoTexts) -> tuple[str, str, str]:
    dutch = texts.names["dutch"]
    prefix, last = chance.one_of(dutch["last"])
    return chance.one_of(dutch["first"])[0], prefix, last


def _certificates(
    chance: Chance, rows: list[dict[str, Any]], supervisor: Supervisor, today: date
) -> list[Certificate]:
    return [
        Certificate(
            id=chance.new_id(),
            supervisor_id=supervisor.id,
            kind=row["kind"],
            description=row.get("description", ""),
            issued_on=_months(today, -row["months"]) if "months" in row else None,
            seen_on=_months(today, -row.get("seen", min(row.get("months", 1), 20))),
            valid_until=add_months(today, row["valid"]) - timedelta(days=9)
            if "valid" in row
            else None,
        )
        for row in rows
    ]


def _sbb(
    chance: Chance, texts: DemoTexts, today: date, team: Mapping[str, Supervisor]
) -> tuple[TrainingCompany, tuple[Accreditation, ...]]:
    row = texts.centre["company"]
    company = TrainingCompany(
        id=chance.new_id(),
        location=row["location"],
        company_id=row["company_id"],
        adviser_name=row["adviser_name"],
        adviser_email=row["adviser_email"],
        adviser_phone=row["adviser_phone"],
        last_checked_on=_months(today, -row["checked_months"]),
    )
    return company, tuple(
        Accreditation(
            id=chance.new_id(),
            training_company_id=company.id,
            code=one["code"],
            name=one["name"],
            level=one["level"],
            state=AccreditationState(one["state"]),
            since=_months(today, one.get("since")),
            last_assessed_on=_months(today, one.get("assessed"), one.get("days", 0)),
            next_assessment_on=_months(today, one.get("next")),
            trainer_id=team[one["trainer"]].id,
            remarks=one.get("remarks", ""),
        )
        for one in row["accreditations"]
    )


def _months(today: date, months: int | None, days: int = 0) -> date | None:
    if months is None:
        return None
    return open_until(add_months(today, months) + timedelta(days=days))


def _partners(chance: Chance, texts: DemoTexts) -> dict[str, Partner]:
    return {
        row["key"]: Partner(
            id=chance.new_id(),
            number=number,
            name=row["name"],
            kind=PartnerKind(row["kind"]),
            contact_name=row["contact"],
            email=f"contact@{row['key']}.example",
            phone=f"0000-{chance.randrange(100, 999)} {chance.randrange(100, 999)}",
            address=f"Postbus {chance.randrange(10, 999)}",
            postcode="7399 ZX",
            place=row["place"],
            region=SchoolRegion(row["region"]) if "region" in row else None,
            brin=row.get("brin", ""),
        )
        for number, row in enumerate(texts.centre["partners"], start=1)
    }


def _roles(
    chance: Chance, catalogue: Catalogue, guides: Mapping[str, tuple[UUID, ...]]
) -> tuple[dict[str, Role], tuple[RoleProfile, ...]]:
    roles: dict[str, Role] = {}
    kept: list[RoleProfile] = []
    for copied, profiles in copies_of(catalogue.roles):
        contact = guides.get(copied.key, (None,))[0]
        role = replace(copied, id=chance.new_id(), is_active=True, contact_supervisor_id=contact)
        roles[role.key] = role
        kept.extend(replace(p, id=chance.new_id(), role_id=role.id) for p in profiles)
    return roles, tuple(kept)
