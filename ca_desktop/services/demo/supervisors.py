"""What the demo centre knows of its team: employers, hours, languages, papers, rules, hand-over."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.hand_over_points import HandOverPoint
from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule, shipped_rule
from ca_desktop.domain.supervisors import (
    Certificate,
    SlotMinutes,
    Supervisor,
    SupervisorKind,
    settled,
)
from ca_desktop.services.demo.opening import open_from, open_until
from ca_desktop.services.demo.world import World

_PARTNERS = {"fatima": "veenrode", "inge": "linde"}
_LANGUAGES = {
    "jesper": ("nl", "en", "ar"),
    "fatima": ("nl", "ar", "zgh"),
    "aysel": ("nl", "tr", "de"),
    "ruben": ("nl", "en", "srn"),
}
_CRAFTS = {
    "marijke": ("textiel", "sorteren"),
    "bennie": ("fietsen", "elektra"),
    "aysel": ("naaien", "stofferen"),
    "willem": ("hout", "meubels"),
    "peter": ("demontage", "metaal"),
    "ruben": ("webwinkel", "fotografie"),
}
_DEPUTIES = {"bennie": "willem", "jesper": "fatima"}
_HOURS = {"fatima": {"0m": 240, "0a": 180, "2m": 240, "2a": 180, "3m": 240, "3a": 180, "4m": 180}}
_RESPONDER = SupervisorKind.EMERGENCY_RESPONDER
_EVIDENCE = "Personeelsmap, kast op kantoor"
_RENEWALS = {
    ("bennie", "nen3140"): (12, "ROC Oostermaat, herhaling van een halve dag"),
    ("ruben", "emergency_response"): (118, "Brandweer Veenrode, samen met Willem"),
}


def with_team(world: World) -> World:
    """The same world, with what is known of who guides. Of the one valid BHV there is nobody else;
    somebody who became an emergency responder has no paper yet; the quartermaster has no deputy.
    """
    named = world.supervisors
    team = {key: _known(key, one, named, world) for key, one in named.items()}
    ids = {one.id: key for key, one in named.items()}
    kept = tuple(
        _paper(ids[one.supervisor_id], one, world.today)
        for one in world.certificates
        if (ids[one.supervisor_id], one.kind) != ("peter", "emergency_response")
    )
    return replace(world, supervisors=team, certificates=kept)


def _known(key: str, one: Supervisor, named: Mapping[str, Supervisor], world: World) -> Supervisor:
    kinds = {
        "peter": tuple(kind for kind in one.kinds if kind is not _RESPONDER),
        "willem": (*one.kinds, _RESPONDER),
        "ruben": (*one.kinds, SupervisorKind.QUARTERMASTER),
    }
    partner, deputy = _PARTNERS.get(key), _DEPUTIES.get(key)
    hours = _HOURS.get(key, {})
    known = replace(
        one,
        kinds=kinds.get(key, one.kinds),
        partner_id=world.partners[partner].id if partner else None,
        employer="" if partner else one.employer,
        languages=_LANGUAGES.get(key, ()),
        crafts=_CRAFTS.get(key, ()),
        deputy_id=named[deputy].id if deputy and deputy in named else None,
        slot_minutes=tuple(SlotMinutes(slot=slot, minutes=n) for slot, n in hours.items()),
    )
    return settled(known) if hours else known


def _paper(key: str, one: Certificate, today: date) -> Certificate:
    """Of a VOG nothing more than that it was seen."""
    if load_catalogue().certificate(one.kind).seen_only:
        return one
    days, note = _RENEWALS.get((key, one.kind), (0, ""))
    planned = open_from(today + timedelta(days=days)) if note else None
    return replace(one, evidence=_EVIDENCE, renewal_on=planned, renewal_note=note)


def paper_rules(world: World) -> Iterator[SupervisorPaperRule]:
    """One rule changed, one switched off, one of the centre's own."""
    shipped = {one.code: shipped_rule(one) for one in load_catalogue().supervisor_papers}
    looked_up = world.today - timedelta(days=40)
    yield replace(
        shipped["reintegration_vog"],
        is_required=True,
        source="Contract re-integratie gemeente Veenrode, artikel 6",
        checked_on=looked_up,
    )
    yield replace(shipped["special_education_harrie"], is_active=False)
    yield SupervisorPaperRule(
        id=_id(world, "own rule"),
        code="own_workshop_vca",
        task=SupervisorKind.WORK_SUPERVISOR,
        certificate="vca",
        is_required=False,
        source="Besluit van het teamoverleg",
        checked_on=looked_up,
    )


def hand_over(world: World) -> Iterator[HandOverPoint]:
    """What hangs on the quartermaster: some of it was explained to somebody."""
    leads, helper = world.supervisors.get("ruben"), world.supervisors.get("willem")
    if leads is None or helper is None:
        return
    told = open_until(world.today - timedelta(days=16))
    for subject, text, partner, day in (
        ("Contact met Gemeente Veenrode", "Annet Kok, elke eerste dinsdag", "veenrode", told),
        ("Contact met ROC Oostermaat", "Maaike Tuinstra, over nieuwe studenten", "roc", None),
        ("Accounts met alle rechten", "Alleen Hanneke. Een tweede account is nodig.", None, None),
        ("Het herstelblad", "Ligt in de kluis; Hanneke en het bestuur kunnen erbij.", None, told),
        ("Geld en vergunningen", "Subsidie loopt tot de zomer, aanvraag in maart.", "fonds", None),
    ):
        yield HandOverPoint(
            id=_id(world, subject),
            supervisor_id=leads.id,
            subject=subject,
            text=text,
            partner_id=world.partners[partner].id if partner else None,
            takes_over_id=helper.id if day else None,
            explained_on=day,
        )


def _id(world: World, name: str) -> UUID:
    return uuid5(world.centre.id, f"team: {name}")
