"""How much of a stranger's file is taken in before it is refused. All bounds stand here and nowhere else."""

MAX_DOCUMENT_BYTES = 50_000_000
"""Of one document, packed and unpacked; the largest council minutes are a tenth of it."""

MAX_ARCHIVE_BYTES = 4_000_000_000
"""Of everything unpacked from one file, the zip files inside it included."""

MAX_NESTING = 5
"""Of containers inside each other: a letter in a zip in a letter in a zip in a zip."""

MAX_RATIO = 200
MIN_BOMB_BYTES = 1_000_000
"""A zip member that unpacks to more than so many times its packed size is a bomb, once it is large enough to matter."""

PARSING_SECONDS = 60
"""Of one document in the parsing process; a PDF of 500 pages takes two."""

PARSING_MEMORY_BYTES = 4_000_000_000
"""Of address space of the parsing process."""

MAX_TITLE_CHARACTERS = 500
