"""What each command does; everything goes through the services, as in the window."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path

from ca_desktop.cli.access import PASSWORD_VARIABLE, password_of, signed_in
from ca_desktop.cli.exchange import export, read_in
from ca_desktop.cli.lists import show
from ca_desktop.cli.values import day_of, refuse_folder
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.privacy import DataElement
from ca_desktop.i18n import _, ngettext
from ca_desktop.services.backups import SUFFIX, BackupFacts, restore
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session


def run(wishes: Namespace) -> int:
    """Do what the command line asks; the exit status. UserError carries a message."""
    commands: dict[str, Callable[[Namespace], int]] = {
        "demo": _demo,
        "list": _list,
        "factsheet": _factsheet,
        "report": _progress_report,
        "import": read_in,
        "export": export,
        "check": _check,
        "backup": _backup,
        "restore": _restore,
    }
    return commands[wishes.command](wishes)


def _demo(wishes: Namespace) -> int:
    from ca_desktop.services.demo.create import create_demo

    access = create_demo(wishes.store, participants=wishes.participants, seed=wishes.seed)
    print(_("Demo centre: {path}", path=wishes.store))
    print(_("Sign-in name: {name}", name=access.sign_in_name))
    print(_("Password: {password}", password=access.password))
    return 0


def _list(wishes: Namespace) -> int:
    with signed_in(wishes, to_read=True) as session:
        show(session, wishes.subject, wishes.search, as_json=wishes.json)
    return 0


def _factsheet(wishes: Namespace) -> int:
    out = _pdf(wishes.out)
    with signed_in(wishes) as session:
        role = session.roles.named(wishes.role)
        paper = session.papers.factsheet(role.id, wishes.language)
        session.papers.issue(paper, out)
    print(_("Written: {path}", path=out))
    return 0


def _progress_report(wishes: Namespace) -> int:
    out = _pdf(wishes.out)
    with signed_in(wishes) as session:
        wish = _report_wish(wishes, session)
        paper = session.papers.progress_report(wish)
        session.papers.issue(paper, out)
    print(_("Written: {path}", path=out))
    if paper.lacks_summary:
        print(_("No summary was written for this report: it went out without."), file=sys.stderr)
    return 0


def _report_wish(wishes: Namespace, session: Session) -> ReportWish:
    participant = session.participants.named(wishes.participant)
    partner = session.partners.named(wishes.partner) if wishes.partner else None
    return ReportWish(
        participant_id=participant.id,
        partner_id=partner.id if partner else None,
        starts_on=day_of(wishes.from_on, session),
        ends_on=day_of(wishes.to_on, session),
        included=dict(_included(wishes.include)),
        language=wishes.language,
    )


def _included(wishes: Iterable[str]) -> Iterable[tuple[DataElement, str]]:
    for wish in wishes:
        element, _sign, reason = wish.partition("=")
        try:
            yield DataElement(element.strip()), reason
        except ValueError:
            names = [one.value for one in DataElement]
            nearest = get_close_matches(element, names, 3, 0.4) or names
            raise NotFound(_("There is no element “{name}”.", name=element), nearest) from None


def _pdf(out: Path) -> Path:
    refuse_folder(out, "FILE.pdf")
    return out if out.suffix.lower() == ".pdf" else out.with_name(f"{out.name}.pdf")


def _check(wishes: Namespace) -> int:
    with signed_in(wishes, to_read=True) as session:
        findings = session.backups.check()
    for finding in findings:
        print(finding)
    if findings:
        print(ngettext("{n} thing is not right.", "{n} things are not right.", len(findings)))
        return 1
    print(_("The centre is whole: the file, the references, the journal and the search index."))
    return 0


def _backup(wishes: Namespace) -> int:
    refuse_folder(wishes.out, _("backup") + SUFFIX)
    with signed_in(wishes) as session:
        facts = session.backups.back_up(wishes.out)
    print(_("Backup made and checked: {path}", path=wishes.out))
    _print_facts(facts)
    return 0


def _restore(wishes: Namespace) -> int:
    from os import environ

    name = wishes.user or ""
    has_password = wishes.password_file is not None or PASSWORD_VARIABLE in environ
    password = password_of(wishes) if name and has_password else ""
    facts = restore(wishes.backup, wishes.to, name if password else "", password)
    print(_("Put back in {path}. Nothing else was changed.", path=wishes.to))
    _print_facts(facts)
    return 0


def _print_facts(facts: BackupFacts) -> None:
    made_at = facts.made_at.astimezone()
    print(
        _(
            "Made on {moment}: {participants} participants, {entries} notes.",
            moment=f"{made_at:%d-%m-%Y %H:%M}",
            participants=facts.participants,
            entries=facts.entries,
        )
    )
