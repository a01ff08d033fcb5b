"""The command line. What is heavy is imported by the command that needs it, so that `--help` is quick."""

import getpass
import io
import os
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from jumelage.formats import SourceDocument
    from jumelage.vocabulary.reading import Reading

HOST, PORT = "127.0.0.1", 8000
LONGEST_TEXT = 1_000_000
"""Characters of a document that is read; large council minutes have a tenth of it."""
PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
MAYBE_HELP = (
    "What to do with rows that may be something known: take them as new and ask an officer (take), as the same (same), "
    "or leave them out (skip).  [default: take]"
)
ADDRESS = (
    click.option("--host", default=HOST, show_default=True, help="The address to listen on."),
    click.option("--port", type=click.IntRange(1, 65535), help=f"The port.  [default: {PORT}, or a free one]"),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jumelage")
def main() -> None:
    """The working memory and the workbench of regional twinning.

    The register lives in the folder that JUMELAGE_HOME names, or else in a folder of your own.
    """


@main.command()
@PATHS
@click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help="Write one JSON object a document to FILE (- for standard output) instead of recording.",
)
@click.option("--again", is_flag=True, help="Read also what this version of Jumelage has recorded before.")
def read(paths: tuple[Path, ...], output: Path | None, again: bool) -> None:
    """Read documents and record what they say of twinnings.

    PATH is a file or a folder: text, web pages, PDF, Word, e-mail, or a zip file of these. A document that can't be
    read is named with the reason, and the others are read; the exit code is then 1, and 0 where all were read.
    """
    if output:
        from jumelage.vocabulary.interchange import dump_line

        with _replacing(output) as file:
            unreadable = _read_all(paths, lambda _, reading: file.write(dump_line(reading) + "\n"))
    else:
        unreadable = _record_all(paths, again=again)
    sys.exit(1 if unreadable else 0)


@main.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would become of every row, and change nothing.")
@click.option("--maybe", type=click.Choice(["take", "same", "skip"]), default="take", help=MAYBE_HELP)
@click.option("--skip-errors", is_flag=True, help="Leave out the rows that are wrong.")
@click.option("--officer", "name", metavar="NAME", help="Who brings it in.  [default: your name on this machine]")
def import_(file: Path, dry_run: bool, maybe: str, skip_errors: bool, name: str | None) -> None:
    """Import a list that others keep: all of it or, where a row is wrong, nothing.

    FILE is CSV, XLSX or JSON Lines: twinnings, agreements, visits, posts, places, organisations or persons, one a row.
    Every value cites its row. Importing the same file again changes nothing.
    """
    _open_register()
    from django.db import OperationalError

    from jumelage.exchange import Choices, NoList, RowsAreWrong, Wanted, carry_out, guess_mapping, open_table, plan
    from jumelage.register.actions import Busy, NotAllowed, OtherwiseIn
    from jumelage.register.foresight import Fate

    choices = Choices({Fate.MAYBE: Wanted(maybe)}, skip_errors=skip_errors)
    try:
        table = open_table(file.name, file.read_bytes())
        mapping = guess_mapping(table)
        planned = plan(table, mapping)
    except (NoList, RowsAreWrong) as error:
        raise click.ClickException(f"{file} can't be imported: {error}") from error
    click.echo("".join(f"{column}: {part}\n" for column, part in mapping.columns.items()), nl=False)
    for row in planned.errors:
        click.echo(f"row {row.number}: {row.because}", err=True)
    fates = ", ".join(f"{number:,} {fate}" for fate, number in sorted(planned.counts.items()))
    click.echo(f"{len(planned.fates):,} rows of the kind {mapping.kind}: {fates}")
    if dry_run:
        return
    rows = len(planned.fates)
    try:
        with click.progressbar(length=rows, label="Importing", file=sys.stderr) as bar:
            outcome = carry_out(_officer(name), planned, choices, report=bar.update)
    except (RowsAreWrong, OtherwiseIn, NotAllowed, Busy) as error:
        raise click.ClickException(f"Nothing was imported. {error}") from error
    except OperationalError as error:
        raise click.ClickException(
            f"The register can't be written: {error}. Nothing of the list is shown. Put that right and import it again."
        ) from error
    click.echo("Imported." if outcome.changed else "All of it was in the register already.")


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--kind", default="twinning", show_default=True, help="What a list holds: place, person, visit …")
def export(file: Path, kind: str) -> None:
    """Export the whole register, or a list with its sources.

    FILE.zip becomes an archive of everything, which `jumelage restore` reads back; FILE.csv, FILE.xlsx and FILE.jsonl a
    list of all records of one kind that are shown.
    """
    _open_register()
    from jumelage.exchange import Form, export_list, write_archive
    from jumelage.register.fields import KINDS
    from jumelage.register.models import SHOWN, Record

    if kind not in KINDS:
        raise click.ClickException(f"{kind} is no kind of record; these are: {', '.join(KINDS)}.")
    suffix = file.suffix.removeprefix(".").lower()
    if suffix not in ("zip", *Form):
        raise click.ClickException(f"{file} should end in .zip, .csv, .xlsx or .jsonl, which says what to write.")
    with _replacing_bytes(file) as opened:
        if suffix == "zip":
            written = sum(write_archive(opened).values())
        else:
            shown = Record.objects.filter(kind=kind, standing__in=SHOWN).values_list("pk", flat=True)
            written = export_list(opened, Form(suffix), kind, shown)
    click.echo(f"{file}: {written:,} rows")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Read an archive back into an empty register: all of it or nothing.

    FILE is what `jumelage export FILE.zip` wrote. Officers need new passwords, see `jumelage officer`.
    """
    _open_register()
    from jumelage.exchange import NoArchive, read_archive

    try:
        with file.open("rb") as opened:
            rows = read_archive(opened)
    except NoArchive as error:
        raise click.ClickException(f"{file} can't be read back: {error}") from error
    click.echo(f"Restored {sum(rows.values()):,} rows.")


@main.command()
@PATHS
@ADDRESS[0]
@ADDRESS[1]
def run(paths: tuple[Path, ...], host: str, port: int | None) -> None:
    """Record what has not been read yet, then open the desk.

    PATH is as for `jumelage read`. When everything has been read, the desk opens at once.
    """
    _record_all(paths)
    _serve(host, port)


@main.command()
@ADDRESS[0]
@ADDRESS[1]
def serve(host: str, port: int | None) -> None:
    """Open the desk."""
    _open_register()
    _serve(host, port)


@main.command("in-force")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day, such as 2016-01-31.  [default: today]"
)
@click.argument("places", nargs=-1, metavar="[PLACE…]")
def in_force_(on: datetime | None, places: tuple[str, ...]) -> None:
    """Say what was in force on a day, until when, what must happen by when, and who says so.

    PLACE is the name of a place or an organisation; with two of them, what binds both sides, with the towns and
    organisations that are there.
    """
    _open_register()
    from django.utils import timezone
    from django.utils.translation import override

    from jumelage.agreements.in_force import in_force
    from jumelage.agreements.sides import Unknown, side_called
    from jumelage.desk.in_force import groups_beside, rows_of, things_of, told_in_lines

    day = on.date() if on else timezone.localdate()
    try:
        found = in_force(day, [side_called(place) for place in places])
    except Unknown as error:
        raise click.ClickException(f"{error}. Write the name as a document does, in any language.") from error
    with override("en"):
        rows = rows_of(things_of(found), "en")
        click.echo(f"{len(rows):,} bonds and papers in force on {day}")
        for row in rows:
            click.echo("\n".join(told_in_lines(row)))
        for group in groups_beside(found, len(rows) + 40, "en"):
            click.echo(f"\n{group.heading}: {len(group.rows):,}")
            for row in group.rows:
                click.echo("\n".join(told_in_lines(row)))


@main.command()
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS…")
@click.option("--months", type=click.IntRange(1, 24), default=3, show_default=True, help="How far ahead to look.")
@click.option(
    "--language", default="en", show_default=True, help="The language of the letter: en, nl, fr, de, zh-hans."
)
def digest(addresses: tuple[str, ...], months: int, language: str) -> None:
    """Send what is due to e-mail addresses, each in a letter of its own.

    Without a mail server (JUMELAGE_MAIL) letters are written to files in the folder `mail` beside the register.
    """
    _open_register()
    from django.conf import settings
    from django.utils import timezone

    from jumelage.desk.digest import send_digest

    if language not in dict(settings.LANGUAGES):
        raise click.ClickException(f"{language} is none of {', '.join(dict(settings.LANGUAGES))}.")
    try:
        sent = send_digest(timezone.localdate(), months, language, addresses)
    except OSError as error:
        raise click.ClickException(f"The mail server can't be reached: {error}. Look at JUMELAGE_MAIL.") from error
    click.echo(f"{sent:,} sent" if settings.EMAIL_HOST else f"{sent:,} written to {settings.EMAIL_FILE_PATH}")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--address", default="", metavar="URL", help="Where the site will stand, for its feeds to name.")
def publish(folder: Path, address: str) -> None:
    """Write the public site into FOLDER: plain pages of what officers published, and of nothing else.

    The site that was there before is replaced.
    """
    _open_register()
    from jumelage.desk.publishing import NotASite, write_site

    try:
        shown = write_site(folder, f"{address.rstrip('/')}/" if address else "")
    except (NotASite, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{shown:,} records are on the site in {folder}.")


@main.command()
@click.argument("name")
@click.password_option(help="Asked for where it is not given.")
@click.option("--reader", is_flag=True, help="The account may look, and write nothing.")
def officer(name: str, password: str, reader: bool) -> None:
    """Give an officer an account to write with, or a new password and new rights."""
    _open_register()
    from django.contrib.auth.models import Group, User

    from jumelage.register.actions.acting import READERS

    account, new = User.objects.get_or_create(username=name)
    account.set_password(password)
    account.save()
    readers, _ = Group.objects.get_or_create(name=READERS)
    account.groups.set([readers] if reader else [])
    click.echo(f"{name} can sign in now." if new else f"{name} has a new password.")


def _open_register() -> None:
    """Makes the register's folder, its key and its tables where they are missing, and loads Django."""
    import django

    from jumelage import settings

    settings.HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not settings.SECRET_KEY_FILE.exists():
        settings.SECRET_KEY_FILE.touch(mode=0o600)
        settings.SECRET_KEY_FILE.write_text(settings.SECRET_KEY)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jumelage.settings")
    django.setup()
    from jumelage.register.tables import TooNew, bring_up_to_date

    try:
        bring_up_to_date()
    except TooNew as error:
        raise click.ClickException(str(error)) from error
    from jumelage.register.actions import put_right_if_nobody_is_at_it

    for imported in put_right_if_nobody_is_at_it():
        click.echo(
            f"The import of {imported.reading.document.name} was broken off, so what it had entered was taken out "
            "again. Import the file once more.",
            err=True,
        )


def _officer(name: str | None) -> "User":
    """The account under which the command acts; one without a password is made where there is none of that name."""
    from django.contrib.auth.models import User

    account, new = User.objects.get_or_create(username=name or getpass.getuser())
    if new:
        account.set_unusable_password()
        account.save()
    return account


def _record_all(paths: Sequence[Path], *, again: bool = False) -> int:
    _open_register()
    from django.db import OperationalError

    from jumelage.register.actions import record
    from jumelage.register.queries import is_recorded

    def known(document: "SourceDocument") -> bool:
        return not again and is_recorded(document.sha256)

    try:
        return _read_all(paths, record, known)
    except OperationalError as error:
        raise click.ClickException(
            f"The register can't be written: {error}. What was recorded before stays; put that right and start again."
        ) from error


def _read_all(
    paths: Sequence[Path],
    use: Callable[["SourceDocument", "Reading"], object],
    known: Callable[["SourceDocument"], bool] = lambda _: False,
) -> int:
    """Reads everything under the paths but what is known, with a progress bar; returns how many could not be read."""
    from jumelage.formats import Unreadable, count_documents, open_documents
    from jumelage.reading import read_document

    unreadable = []
    with click.progressbar(
        open_documents(paths), length=count_documents(paths), label="Reading", file=sys.stderr
    ) as documents:
        for document in documents:
            if isinstance(document, Unreadable):
                unreadable.append(str(document))
            elif len(document.text) > LONGEST_TEXT:
                unreadable.append(
                    f"{document.name}: has {len(document.text):,} characters, and at most {LONGEST_TEXT:,} are read; "
                    "cut it into parts"
                )
            elif not known(document):
                try:
                    reading = read_document(document)
                except Exception as error:  # noqa: BLE001  one document must not keep the others from being read
                    unreadable.append(f"{document.name}: the reader broke off ({type(error).__name__}: {error})")
                else:
                    use(document, reading)
    for line in unreadable:
        click.echo(line, err=True)
    return len(unreadable)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[str]]:
    """A text file to write to that takes the place of `path` when all is written; standard output for -."""
    if str(path) == "-":
        yield sys.stdout
        return
    with _replacing_bytes(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", write_through=True)
        yield text
        text.detach()


@contextmanager
def _replacing_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to that takes the place of `path` when all is written."""
    try:
        file = tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False)  # noqa: SIM115
    except OSError as error:
        raise click.ClickException(f"{path} can't be written: {error.strerror}") from error
    try:
        with file:
            yield file
        Path(file.name).replace(path)
    except OSError as error:
        raise click.ClickException(f"{path} can't be written: {error.strerror or error}") from error
    finally:
        Path(file.name).unlink(missing_ok=True)


def _serve(host: str, port: int | None) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    port = _port(host, port)
    server = Server(
        "jumelage.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_level=LogLevels.warning,
    )
    threading.Thread(target=_announce, args=(host, port), daemon=True).start()
    try:
        server.serve()
    except RuntimeError as error:
        reason = str(error).partition("\n")[0]
        raise click.ClickException(f"Port {port} can't be opened: {reason}. Name another one with --port.") from error


def _announce(host: str, port: int) -> None:
    """Prints the address as soon as somebody answers there."""
    while not _answers(host, port):
        time.sleep(0.05)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The desk is open at http://{shown}:{port}/ (Ctrl+C closes it)")


def _port(host: str, wanted: int | None) -> int:
    """The port wanted, if it is free; where none was named, the usual one or any that is free."""
    if _is_free(host, wanted or PORT):
        return wanted or PORT
    if wanted:
        raise click.ClickException(f"Port {wanted} is taken by another program. Name another one with --port.")
    with socket.create_server((host, 0), family=_family(host)) as free:
        port: int = free.getsockname()[1]
    click.echo(f"Port {PORT} is taken by another program, so the desk opens on {port}.", err=True)
    return port


def _is_free(host: str, port: int) -> bool:
    try:
        socket.create_server((host, port), family=_family(host)).close()
    except OSError:
        return False
    return True


def _answers(host: str, port: int) -> bool:
    # Asked by a call, not by trying to take the port: that would take it from the server which is about to open.
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


if __name__ == "__main__":
    main()
