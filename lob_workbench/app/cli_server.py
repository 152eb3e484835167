"""The `server` commands: a school's database and the logins of its staff."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.rights import Role

if TYPE_CHECKING:
    from sqlalchemy import Engine

Address = Annotated[
    str, typer.Argument(metavar="ADRES", help="postgresql://inlognaam@server/database")
]
PasswordFile = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        metavar="BESTAND",
        help="Leest het wachtwoord van de inlognaam uit de eerste regel van dit bestand.",
    ),
]
Name = Annotated[str, typer.Option("--name", metavar="NAAM", help="Hoe deze persoon heet.")]
Roles = Annotated[
    list[Role] | None,
    typer.Option("--role", help="Wat deze persoon doet; mag vaker."),
]
Until = Annotated[
    datetime | None,
    typer.Option("--until", formats=["%Y-%m-%d"], help="De laatste dag (jjjj-mm-dd)."),
]

server = typer.Typer(
    name="server",
    help="De database van een school, voor beheerders.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@server.command()
def init(
    address: Address,
    school: Annotated[str, typer.Option("--school", metavar="NAAM", help="De naam van de school.")],
    administrator: Annotated[
        str,
        typer.Option("--administrator", metavar="INLOGNAAM", help="De functioneel beheerder."),
    ],
    name: Name,
    year: Annotated[str, typer.Option("--year", metavar="2026-2027")] = "",
    password_file: PasswordFile = None,
) -> None:
    """Maakt van een lege database een school. Met de inlognaam van de databaseserver zelf."""
    from lob_workbench.domain.clock import SystemClock
    from lob_workbench.domain.text import clean_line
    from lob_workbench.people.school import school_year
    from lob_workbench.storage.server_setup import (
        NewUser,
        initialise,
        one_time_password,
        verifier_for,
    )

    first = NewUser(administrator, clean_line(name), frozenset({Role.ADMINISTRATOR}))
    secret = one_time_password()
    with _connected(address, password_file) as engine:
        initialise(
            engine,
            clean_line(school),
            clean_line(year) or school_year(SystemClock().today()),
            first,
            verifier_for(engine, administrator, secret),
        )
    typer.echo(f"De school ‘{clean_line(school)}’ staat klaar.")
    _hand_over(administrator, secret)


@server.command("add-user")
def add_user(
    address: Address,
    login: Annotated[str, typer.Argument(metavar="INLOGNAAM")],
    name: Name,
    role: Roles = None,
    team: Annotated[
        list[str] | None, typer.Option("--team", metavar="TEAM", help="Mag vaker.")
    ] = None,
    list_name: Annotated[
        str, typer.Option("--list-name", metavar="NAAM", help="Zo staat de mentor in de lijst.")
    ] = "",
    until: Until = None,
    password_file: PasswordFile = None,
) -> None:
    """Geeft een medewerker een inlognaam. Met de inlognaam van de functioneel beheerder."""
    from lob_workbench.domain.text import clean_line
    from lob_workbench.storage.server_setup import (
        NewUser,
        one_time_password,
        verifier_for,
    )
    from lob_workbench.storage.server_setup import add_user as add

    user = NewUser(
        login,
        clean_line(name),
        frozenset(role or ()),
        tuple(clean_line(one) for one in team or ()),
        clean_line(list_name),
        until.date() if until else None,
    )
    secret = one_time_password()
    with _connected(address, password_file) as engine:
        add(engine, user, verifier_for(engine, login, secret))
    typer.echo(f"{user.name} kan nu inloggen.")
    _hand_over(login, secret)


@server.command("change-user")
def change_user(
    address: Address,
    login: Annotated[str, typer.Argument(metavar="INLOGNAAM")],
    role: Roles = None,
    until: Until = None,
    password_file: PasswordFile = None,
) -> None:
    """Geeft iemand andere rollen of een laatste dag. Nooit jezelf."""
    from lob_workbench.storage.server_setup import change_user as change

    with _connected(address, password_file) as engine:
        change(engine, login, role or None, until.date() if until else None)
    typer.echo(f"{login} is gewijzigd.")


@server.command()
def upgrade(address: Address, password_file: PasswordFile = None) -> None:
    """Werkt de database bij naar deze versie. Maak eerst een reservekopie (pg_dump)."""
    from lob_workbench.storage.server_setup import upgrade_school

    with _connected(address, password_file) as engine:
        done = upgrade_school(engine)
    typer.echo("De school is bijgewerkt." if done else "De school was al bij.")


@server.command()
def check(
    address: Address,
    password_file: PasswordFile = None,
    anchor: Annotated[
        str,
        typer.Option("--anchor", metavar="DAGREGEL", help="Een dagregel die je eerder bewaarde."),
    ] = "",
    show_anchor: Annotated[
        bool,
        typer.Option("--show-anchor", help="Geeft de dagregel van vandaag, om elders te bewaren."),
    ] = False,
) -> None:
    """Kijkt de school na: versie, verbinding, logboek. Als beheerder of superuser."""
    from lob_workbench.storage.audit_check import problems_at_school
    from lob_workbench.storage.server import parse_server_url
    from lob_workbench.storage.server_setup import anchor_day, require_current

    where = parse_server_url(address)
    line = ""
    with _connected(address, password_file) as engine:
        require_current(engine)
        problems = problems_at_school(engine, anchor)
        if show_anchor and not problems:
            # Only who works at the school makes one: a superuser has no staff record.
            line = anchor_day(engine)
    if not where.is_verified:
        typer.echo("Let op: deze verbinding controleert de server niet.", err=True)
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)
    typer.echo("De school is in orde.")
    if line:
        typer.echo(f"Dagregel, om buiten de school te bewaren: {line}")


@server.command("import")
def import_workbook(
    address: Address,
    workbook: Annotated[
        Path, typer.Option("--workbook", metavar="MAP", help="De map van jouw werkboek.")
    ],
    passphrase_file: Annotated[
        Path | None,
        typer.Option(
            "--passphrase-file",
            metavar="BESTAND",
            help="Leest de wachtwoordzin uit de eerste regel van dit bestand.",
        ),
    ] = None,
    password_file: PasswordFile = None,
    team: Annotated[
        str,
        typer.Option(
            "--team", metavar="NAAM", help="Voor nieuwe studenten van wie de school het team mist."
        ),
    ] = "",
    report: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="BESTAND", help="Schrijft het verslag ook op. Het noemt namen."
        ),
    ] = None,
    same_person: Annotated[
        bool,
        typer.Option("--mine", help="Dit is mijn werkboek, ook al heet ik daar anders."),
    ] = False,
) -> None:
    """Neemt jouw werkboek mee naar de school, met je eigen inlognaam. Vaker mag."""
    from lob_workbench.app.move_to_school import move_workbook
    from lob_workbench.app.school_session import SchoolSession
    from lob_workbench.app.session import Session
    from lob_workbench.storage.server import parse_server_url

    where = parse_server_url(address)
    phrase = _first_line(passphrase_file) if passphrase_file else _asked("Wachtwoordzin: ")
    password = _password(password_file, ask=not where.is_local)
    here = Session.open(workbook, passphrase=phrase)
    try:
        there = SchoolSession.connect(where, password)
        try:
            for warning in there.warnings:
                typer.echo(str(warning), err=True)
            done = move_workbook(here, there, team, same_person=same_person, progress=_every_tenth)
        finally:
            there.close()
    finally:
        here.close(backup=False)
    lines = [*done.lines(), "Je werkboek is gebleven zoals het was."]
    for line in lines:
        typer.echo(line)
    if report is not None:
        report.write_text("\n".join(lines) + "\n", "utf-8")


def _every_tenth(done: int, total: int) -> None:
    if done % 10 == 0:
        typer.echo(f"{done} van {total} studenten bekeken", err=True)


@contextmanager
def _connected(address: str, password_file: Path | None) -> "Iterator[Engine]":
    from lob_workbench.storage.server import parse_server_url, probe, server_engine

    where = parse_server_url(address)
    password = _password(password_file, ask=not where.is_local)
    probe(where, password)
    engine = server_engine(where, password)
    try:
        yield engine
    finally:
        engine.dispose()


def _password(file: Path | None, *, ask: bool) -> str | None:
    if file is not None:
        return _first_line(file)
    if not ask:
        # On a socket of this computer the system itself knows who asks.
        return None
    if not sys.stdin.isatty():
        raise WorkbenchError("Zonder toetsenbord is --password-file BESTAND nodig.")
    return getpass("Wachtwoord: ")


def _asked(words: str) -> str:
    if not sys.stdin.isatty():
        raise WorkbenchError("Zonder toetsenbord is --passphrase-file BESTAND nodig.")
    return getpass(words)


def _first_line(file: Path) -> str:
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    if not lines:
        raise WorkbenchError("{file} is leeg.", file=file)
    return lines[0]


def _hand_over(login: str, secret: str) -> None:
    typer.echo(f"Inlognaam:              {login}")
    typer.echo(f"Wachtwoord voor één keer: {secret}")
    typer.echo("Dit wachtwoord staat nergens anders. Kies een eigen wachtwoord bij Instellingen.")
