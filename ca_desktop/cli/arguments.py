"""Which commands there are and what they take."""

import argparse
from pathlib import Path
from typing import TypeAlias

from ca_desktop import __version__
from ca_desktop.cli.usage import Parser, count, whole
from ca_desktop.i18n import LANGUAGES, _

LISTS = (
    "participants",
    "roles",
    "supervisors",
    "placements",
    "partners",
    "accreditations",
    "entries",
)
DEMO_PARTICIPANTS = 60
DEMO_SEED = 2026


def parser() -> Parser:
    """The command line. `--store`, `--user` and `--password-file` may stand on either side."""
    line = Parser(prog="ca-desktop", parents=[_access(top=True)])
    line.add_argument(
        "--version",
        action="version",
        version=f"CA Desktop {__version__}",
        help=_("show program's version number and exit"),
    )
    commands = line.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    _add_demo(commands)
    _add_list(commands)
    _add_factsheet(commands)
    _add_report(commands)
    _add_exchange(commands)
    _add_safety(commands)
    return line


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def _access(*, top: bool = False) -> Parser:
    """Where and who; without a default below the command, so that the one above it counts."""
    default = None if top else argparse.SUPPRESS
    access = Parser(add_help=False)
    access.add_argument("--store", type=Path, default=default, help=_("the folder of the centre"))
    access.add_argument("--user", default=default, help=_("the sign-in name"))
    access.add_argument(
        "--password-file",
        type=Path,
        default=default,
        help=_("a file with the password; else CA_DESKTOP_PASSWORD, else it is asked"),
    )
    return access


def _add_demo(commands: Commands) -> None:
    demo = commands.add_parser("demo", help=_("make a fictional centre"))
    demo.add_argument("store", type=Path, metavar="STORE")
    demo.add_argument("--participants", type=count, default=DEMO_PARTICIPANTS, metavar="N")
    demo.add_argument("--seed", type=whole, default=DEMO_SEED, metavar="N")


def _add_list(commands: Commands) -> None:
    listing = commands.add_parser("list", parents=[_access()], help=_("show a list"))
    listing.add_argument("subject", choices=LISTS, metavar=_("LIST"), help=", ".join(LISTS))
    listing.add_argument("--json", action="store_true", help=_("for programs"))
    listing.add_argument("--search", default="", metavar="TEXT")


def _add_factsheet(commands: Commands) -> None:
    sheet = commands.add_parser("factsheet", parents=[_access()], help=_("print a role factsheet"))
    sheet.add_argument("role", metavar="ROLE")
    sheet.add_argument("--language", choices=LANGUAGES, default="nl")
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _add_report(commands: Commands) -> None:
    report = commands.add_parser("report", help=_("print a report"))
    kinds = report.add_subparsers(dest="report", required=True, metavar=_("REPORT"))
    progress = kinds.add_parser("progress", parents=[_access()], help=_("print a progress report"))
    progress.add_argument("participant", metavar="PARTICIPANT")
    reader = progress.add_mutually_exclusive_group(required=True)
    reader.add_argument("--partner", metavar="NAME|NUMBER")
    reader.add_argument("--recipient", choices=("participant",))
    progress.add_argument("--from", dest="from_on", required=True, metavar="YYYY-MM-DD")
    progress.add_argument("--to", dest="to_on", required=True, metavar="YYYY-MM-DD")
    progress.add_argument("--include", action="append", default=[], metavar="ELEMENT=REASON")
    _add_paper_end(progress)
    sbb = kinds.add_parser("sbb", parents=[_access()], help=_("print the SBB dossier"))
    sbb.add_argument("--location", metavar="NAME", help=_("only this location; else all of them"))
    _add_paper_end(sbb)
    proof = kinds.add_parser(
        "praktijkleren",
        parents=[_access()],
        help=_("print the praktijkleren proof of a student"),
    )
    proof.add_argument("participant", metavar="PARTICIPANT")
    proof.add_argument(
        "--school-year",
        required=True,
        metavar="YYYY-YYYY",
        help=_("the school year, such as 2025-2026"),
    )
    _add_paper_end(proof)


def _add_paper_end(paper: Parser) -> None:
    """What every paper takes: its language and its file."""
    paper.add_argument("--language", choices=LANGUAGES, default="nl")
    paper.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _add_exchange(commands: Commands) -> None:
    reading = commands.add_parser("import", help=_("read in a list"))
    kinds = reading.add_subparsers(dest="list", required=True, metavar=_("LIST"))
    people = kinds.add_parser(
        "participants", parents=[_access()], help=_("read in a list of participants")
    )
    people.add_argument("file", type=Path, metavar="FILE")
    people.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    people.add_argument(
        "--leave-out",
        choices=("problems", "doubles", "both"),
        default="",
        help=_("rows that are not read in; else one of them stops everything"),
    )
    people.add_argument(
        "--failed", type=Path, metavar="FILE", help=_("write the rows that were left out, and why")
    )
    codes = kinds.add_parser(
        "qualifications", parents=[_access()], help=_("read in a list of programmes")
    )
    codes.add_argument("file", type=Path, metavar="FILE")
    codes.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    codes.add_argument(
        "--leave-out",
        choices=("problems",),
        default="",
        help=_("codes that are not read in; else one of them stops everything"),
    )
    codes.add_argument("--source", default="", metavar="TEXT", help=_("where the list is from"))
    codes.add_argument(
        "--checked", action="store_true", help=_("it is SBB's own list: count as checked today")
    )
    saving = commands.add_parser("export", parents=[_access()], help=_("save a list as a file"))
    saving.add_argument("list", choices=(*LISTS, "qualifications", "attendance"), metavar=_("LIST"))
    saving.add_argument("out", type=Path, metavar="OUT.xlsx|.csv")
    saving.add_argument("--week", metavar="YYYY-MM-DD", help=_("a day of the week of attendance"))


def _add_safety(commands: Commands) -> None:
    commands.add_parser("check", parents=[_access()], help=_("check whether the centre is whole"))
    backup = commands.add_parser("backup", parents=[_access()], help=_("make a backup"))
    backup.add_argument("out", type=Path, metavar="OUT")
    restore = commands.add_parser("restore", parents=[_access()], help=_("put back a backup"))
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("--to", type=Path, required=True, metavar="STORE")
