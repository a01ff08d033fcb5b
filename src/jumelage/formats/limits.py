"""How much of a stranger's file is taken in before it is refused. All bounds stand here and nowhere else."""

MAX_DOCUMENT_BYTES = 50_000_000
"""Of one document; the largest council minutes seen are a tenth of it."""

MAX_ARCHIVE_BYTES = 4_000_000_000
"""Of everything unpacked from one zip file, the zip files inside it included."""

MAX_NESTING = 5
"""Of containers inside each other: a letter in a zip in a letter in a zip in a zip."""

MAX_RATIO = 200
MIN_BOMB_BYTES = 1_000_000
"""A member that unpacks to more than so many times its packed size is a bomb, once it is large enough to matter."""

MAX_MAIL_PARTS = 1_000

PARSING_SECONDS = 60
"""Of one document in the parsing process; a book of 500 pages takes two."""

PARSING_MEMORY_BYTES = 4_000_000_000
"""Of address space of the parsing process."""
