"""What each command does; everything goes through the services, as in the window."""

from argparse import Namespace
from collections.abc import Callable

from ca_desktop.cli.access import PASSWORD_VARIABLE, password_of, signed_in
from ca_desktop.cli.exchange import export, read_in
from ca_desktop.cli.lists import show
from ca_desktop.cli.papers import factsheet, report
from ca_desktop.cli.values import refuse_folder
from ca_desktop.i18n import _, ngettext
from ca_desktop.services.backups import SUFFIX, BackupFacts, restore


def run(wishes: Namespace) -> int:
    """Do what the command line asks; the exit status. UserError carries a message."""
    commands: dict[str, Callable[[Namespace], int]] = {
        "demo": _demo,
        "list": _list,
        "factsheet": factsheet,
        "report": report,
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
