"""How long lists take to import, beside plain inserts of the same rows, and what writers meet meanwhile.

    python -m benchmarks.importing LIST…

Imports the lists one after the other into a register of its own, each twice. Prints for each what became of its rows,
the seconds on the clock and of the processor, the ratio to plain inserts of its rows in the same run, and
the memory; then how many twinnings are left, and how long a small write took while the lists came in.
"""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

WRITER = """
import sqlite3, sys, time
while True:
    started = time.perf_counter()
    with sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None) as register:
        register.execute("BEGIN IMMEDIATE")
        register.execute("CREATE TABLE IF NOT EXISTS small (n)")
        register.execute("INSERT INTO small VALUES (1)")
        register.execute("COMMIT")
    print(time.perf_counter() - started, flush=True)
    time.sleep(0.5)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"JUMELAGE_HOME": home, "DJANGO_SETTINGS_MODULE": "jumelage.settings"}
        import django

        django.setup()
        from jumelage.register.tables import bring_up_to_date

        bring_up_to_date()
        waits = Path(home) / "waits"
        with waits.open("w") as output:
            writer = subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, "-c", WRITER, str(Path(home) / "register.sqlite3")], stdout=output
            )
            try:
                for file in map(Path, sys.argv[1:]):
                    measure(file)
            finally:
                failed = writer.poll()
                writer.kill()
        summary([float(line) for line in waits.read_text().split()], failed is not None)


def measure(file: Path) -> None:
    from django.contrib.auth.models import User

    from jumelage.exchange import Choices, carry_out, guess_mapping, open_table, plan

    officer, _ = User.objects.get_or_create(username="benchmark")
    content = file.read_bytes()
    for attempt in ("first", "again"):
        clock, processor = time.perf_counter(), time.process_time()
        table = open_table(file.name, content)
        planned = plan(table, guess_mapping(table))
        outcome = carry_out(officer, planned, Choices(skip_errors=True))
        clock, processor = time.perf_counter() - clock, time.process_time() - processor
        plain = plain_inserts([tuple(row.cells.values()) for row in table.rows])
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        fates = ", ".join(f"{number} {fate}" for fate, number in planned.counts.items())
        print(
            f"{file.name}, {attempt}: {fates}; {'imported' if outcome.changed else 'nothing changed'} in {clock:.1f} s "
            f"({processor:.1f} s of the processor, {processor / plain:.0f} × plain inserts), {memory:.0f} MB",
            flush=True,
        )


def plain_inserts(rows: list[tuple[str, ...]]) -> float:
    """Seconds of the processor for the rows, a row a statement, in transactions of a hundred."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "plain.sqlite3")) as plain:
        plain.execute("CREATE TABLE rows (a, b)")
        started = time.process_time()
        for start in range(0, len(rows), 100):
            for row in rows[start : start + 100]:
                plain.execute("INSERT INTO rows VALUES (?, ?)", (row[0], "\t".join(row)))
            plain.commit()
        return time.process_time() - started


def summary(waits: list[float], failed: bool) -> None:
    from jumelage.register.models import Entity, Twinning
    from jumelage.register.queries import suggestions

    print(
        f"\n{Twinning.objects.shown().count()} twinnings of {Entity.objects.shown().count()} places, "
        f"{suggestions().count()} suggestions"
    )
    waits.sort()
    print(
        f"{len(waits)} small writes meanwhile, {'one failed' if failed else 'none failed'}: half within "
        f"{1000 * waits[len(waits) // 2]:.0f} ms, 99 % within {1000 * waits[int(0.99 * len(waits))]:.0f} ms"
    )


if __name__ == "__main__":
    main()
