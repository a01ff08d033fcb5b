"""A text is cut into paragraphs, headings, items and rows; furniture is left out."""

from jumelage.reading.text.blocks import BlockKind, blocks
from jumelage.reading.text.repair import repair


def cut(text: str) -> list[tuple[str, str]]:
    read = repair(text).text
    return [(block.kind.value, read[block.start : block.end]) for block in blocks(read)]


def test_navigation_cookies_and_other_articles_are_left_out() -> None:
    page = (
        "Home | News | Contact | Login\n\nWe use cookies to improve this site.\n\n"
        "The city of Leeds has been twinned with Lille since 1968.\n\n"
        "Read also\n- Town hall closed on Monday\n- Bin collection\n"
    )
    assert cut(page) == [("paragraph", "The city of Leeds has been twinned with Lille since 1968.")]


def test_a_table_row_keeps_its_cells() -> None:
    text = "Partner\tCountry\tSince\nVienne\tFrance\t1958\n"
    rows = [b for b in blocks(text) if b.kind is BlockKind.ROW]
    assert [[text[s:e] for s, e in row.cells] for row in rows] == [
        ["Partner", "Country", "Since"],
        ["Vienne", "France", "1958"],
    ]


def test_a_cell_that_goes_on_in_the_next_line_stays_one_cell() -> None:
    text = "Kurashiki (Japan)    sister city, 1973    Pupils paused. Council to\n" + " " * 42 + "send letters.\n"
    (row,) = blocks(text)
    assert len(row.cells) == 3
    assert text[slice(*row.cells[2])].split() == ["Pupils", "paused.", "Council", "to", "send", "letters."]


def test_items_know_the_heading_over_them() -> None:
    text = "Intro sentence here.\n\nPartner cities\n- Gera\n- Wuhan\n"
    items = [b for b in blocks(text) if b.kind is BlockKind.ITEM]
    assert [text[b.start : b.end] for b in items] == ["Gera", "Wuhan"]
    assert all(b.section and text[b.section.start : b.section.end] == "Partner cities" for b in items)


def test_lines_cut_at_a_width_become_the_paragraph_they_were() -> None:
    column = (
        "Die Stadt hat am Sonntag ihre Part-\nnerstadt besucht, und die Bürgermeis-\n"
        "terin hat mit ihr vom 10. bis zum\n"
        "16. September getagt und gefeiert, so\nwie es seit Jahren hier Brauch ist.\n"
        "Am Ende gab es ein großes Fest für\nalle Bürger und auch für die Kinder.\n"
    )
    assert (
        "Partnerstadt besucht, und die Bürgermeisterin hat mit ihr vom 10. bis zum 16. September" in cut(column)[0][1]
    )
