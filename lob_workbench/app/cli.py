"""The command line. Each command imports what it needs when it runs.

Exit codes: 0 good, 1 the user's input or workbook (one clear line on standard error), 2 usage.
"""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from lob_workbench.app.cli_server import server
from lob_workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from lob_workbench.app.session import Session

WorkbookOption = Annotated[
    Path | None,
    typer.Option("--workbook", metavar="MAP", help="De map van het werkboek."),
]
PassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="BESTAND",
        help="Leest de wachtwoordzin uit de eerste regel van dit bestand.",
    ),
]

cli = typer.Typer(
    name="lob-workbench",
    help="De werkbank voor loopbaanbegeleiding in het mbo.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
cli.add_typer(server)


def main() -> None:
    """Run the command line; a refusal is one line and exit code 1, never a traceback."""
    try:
        cli()
    except WorkbenchError as error:
        _refuse(str(error))
    except FileNotFoundError as error:
        _refuse(f"Dit bestand is er niet: {error.filename}")
    except OSError as error:
        _refuse(f"Dit bestand gaat niet open: {error.filename} ({error.strerror})")
    except Exception as error:
        # Type and place only: the message of an error that nobody planned can quote a student.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        _refuse(f"Er ging iets mis ({type(error).__name__}, {place}).")


@cli.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    workbook: WorkbookOption = None,
    demo: Annotated[bool, typer.Option("--demo", help="Opent de voorbeeldschool.")] = False,
    school: Annotated[
        str,
        typer.Option(
            "--school",
            metavar="ADRES",
            help="Opent bij Verbinden met school, met dit adres ingevuld.",
        ),
    ] = "",
) -> None:
    """Open the window."""
    if context.invoked_subcommand is None:
        from lob_workbench.app.bootstrap import run

        raise typer.Exit(run(workbook, demo, school))


@cli.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(metavar="BESTAND", help="De studentenlijst (CSV).")],
    workbook: WorkbookOption = None,
    passphrase_file: PassphraseOption = None,
    mentor: Annotated[
        str, typer.Option("--mentor", metavar="NAAM", help="Zo staat jouw naam in de lijst.")
    ] = "",
) -> None:
    """Leest een studentenlijst in: nieuwe erbij, gewijzigde bijgewerkt, niemand weg."""
    from lob_workbench.features.student_import.columns import recognise
    from lob_workbench.features.student_import.comparison import ItemKind
    from lob_workbench.features.student_import.operations import (
        be_mentor,
        import_students,
        mentors,
        preview,
    )
    from lob_workbench.features.student_import.reader import read_table
    from lob_workbench.features.student_import.rules import parse

    table = read_table(file.read_bytes())
    with _opened(workbook, passphrase_file) as session:
        parsed = parse(table, recognise(table.header).mapping, session.clock.today())
        with session.work() as work:
            seen = preview(work, parsed)
        session.back_up("import")
        with session.work() as work:
            done = import_students(work, parsed)
        if mentor:
            with session.work() as work:
                named = [item for item in mentors(work).choices if item.list_name == mentor]
                if not named:
                    raise WorkbenchError("In dit werkboek staat geen mentor ‘{name}’.", name=mentor)
                be_mentor(work, named[0].id)
        typer.echo(
            f"{done.new} nieuw, {done.changed} gewijzigd, "
            f"{seen.count(ItemKind.UNCHANGED)} ongewijzigd, "
            f"{seen.count(ItemKind.REJECTED)} niet ingelezen, "
            f"{seen.count(ItemKind.REPEATED)} dubbel"
        )
        for item in seen.of_kind(ItemKind.REJECTED, ItemKind.SAME_STUDENT_QUESTION):
            typer.echo(f"regel {item.line}: {item.reason.text if item.reason else ''}")


@cli.command()
def check(
    workbook: WorkbookOption = None,
    passphrase_file: PassphraseOption = None,
    anchor: Annotated[
        str,
        typer.Option("--anchor", metavar="DAGREGEL", help="Een dagregel die je eerder bewaarde."),
    ] = "",
    show_anchor: Annotated[
        bool,
        typer.Option("--show-anchor", help="Geeft de dagregel van vandaag, om elders te bewaren."),
    ] = False,
) -> None:
    """Kijkt het hele werkboek na, ook of er buiten het logboek om iets veranderd is."""
    from lob_workbench.storage.audit_check import anchor_of_workbook, problems_in_workbook

    with _opened(workbook, passphrase_file) as session:
        problems = session.workbook.verify()
        if not problems:
            # A log in a file that is not whole would only repeat it.
            problems = problems_in_workbook(session.workbook.engine, anchor)
        line = ""
        if show_anchor and not problems:
            line = anchor_of_workbook(session.workbook.engine, session.clock)
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)
    typer.echo("Het werkboek is heel.")
    if line:
        typer.echo(f"Dagregel, om buiten het werkboek te bewaren: {line}")


@cli.command()
def backup(workbook: WorkbookOption = None, passphrase_file: PassphraseOption = None) -> None:
    """Maakt een nagekeken reservekopie."""
    with _opened(workbook, passphrase_file) as session:
        typer.echo(str(session.back_up("manual")))


@cli.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="KOPIE", help="De reservekopie.")],
    workbook: Annotated[
        Path, typer.Option("--workbook", metavar="MAP", help="Een nieuwe of lege map.")
    ],
    passphrase_file: PassphraseOption = None,
    recovery_code_file: Annotated[
        Path | None,
        typer.Option(
            "--recovery-code-file", metavar="BESTAND", help="Leest de herstelcode uit een bestand."
        ),
    ] = None,
) -> None:
    """Zet een reservekopie terug in een nieuwe map, met wachtwoordzin of herstelcode."""
    from lob_workbench.storage.backup import restore_backup

    if recovery_code_file is not None:
        restore_backup(file, workbook, recovery_code=_first_line(recovery_code_file))
    else:
        restore_backup(file, workbook, passphrase=_passphrase(passphrase_file))
    typer.echo(f"Teruggezet in {workbook}")


@cli.command()
def tour(
    out: Annotated[Path, typer.Argument(metavar="MAP", help="Hier komen de bestanden.")],
    chapter: Annotated[
        str, typer.Option("--chapter", metavar="NAAM", help="Speelt alleen dit hoofdstuk.")
    ] = "",
    students: Annotated[
        Path | None,
        typer.Option("--students", metavar="BESTAND", help="De lijst die wordt ingelezen."),
    ] = None,
) -> None:
    """De werkbank laat zichzelf zien, zonder scherm: PDF's, beelden en cijfers."""
    from lob_workbench.app.tour.play import play

    for line in play(out, chapter, students):
        typer.echo(line)


@cli.command()
def seed(
    target: Annotated[
        str, typer.Argument(metavar="DOEL", help="Een nieuwe map, of het adres van een school.")
    ],
    students: Annotated[int, typer.Option("--students", min=1)] = 11_000,
    talks: Annotated[int, typer.Option("--talks", min=0)] = 1_100_000,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Vult een werkboek of een lege school met verzonnen studenten en gesprekken, om te meten.

    Buiten het logboek om, dus `check` noemt alles onbekend: alleen om te meten.
    """
    from lob_workbench.app.seed import SeedPlan
    from lob_workbench.app.seed_writing import school_for_measuring, workbook_for_measuring

    plan = SeedPlan(students=students, talks=talks)
    if target.startswith("postgresql://"):
        rows = school_for_measuring(target, _passphrase(passphrase_file), plan)
    else:
        rows = workbook_for_measuring(Path(target), _passphrase(passphrase_file), plan)
    typer.echo(f"{rows} rijen geschreven, buiten het logboek om: alleen om te meten.")


@contextmanager
def _opened(workbook: Path | None, passphrase_file: Path | None) -> "Iterator[Session]":
    from lob_workbench.app.recent import RecentWorkbooks
    from lob_workbench.app.session import Session

    folder = workbook or RecentWorkbooks().newest()
    if folder is None:
        raise WorkbenchError("Zeg welk werkboek: --workbook MAP")
    session = Session.open(folder, passphrase=_passphrase(passphrase_file))
    try:
        yield session
    finally:
        session.close(backup=False)


def _passphrase(file: Path | None) -> str:
    if file is not None:
        return _first_line(file)
    if not sys.stdin.isatty():
        raise WorkbenchError("Zonder toetsenbord is --passphrase-file BESTAND nodig.")
    return getpass("Wachtwoordzin: ")


def _first_line(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as trouble:
        raise WorkbenchError("{file} is geen tekstbestand.", file=file) from trouble
    if not lines:
        raise WorkbenchError("{file} is leeg.", file=file)
    return lines[0]


def _refuse(words: str) -> NoReturn:
    typer.echo(words, err=True)
    raise SystemExit(1)
