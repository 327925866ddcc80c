"""Agreements for the workplace: chosen from the catalogue, and in own words. Never why."""

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.participants import Participant


def agreement_text(code: str, language: str) -> str:
    """The words of a chosen agreement; the code itself where an older catalogue had it."""
    found = known(load_catalogue().workplace_agreements, code)
    return found.name.in_(language) if found else code


def agreements_of(participant: Participant, language: str) -> tuple[str, ...]:
    """Everything that was agreed about the workplace, each line once: first what was chosen."""
    chosen = [agreement_text(code, language) for code in participant.agreement_codes]
    return tuple(dict.fromkeys((*chosen, *participant.workplace_agreements)))
