import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.samples import opened, refused
from jumelage.formats import ByteRange
from jumelage.formats.encodings import decode
from jumelage.formats.markup import lines_of
from jumelage.formats.web_page import traced_lines
from jumelage.vocabulary.edtf import Edtf

NEWS = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8">
<title>Zusterband vernieuwd | Provincie</title>
<meta property="article:published_time" content="2015-06-09T08:00:00+02:00">
<link rel="canonical" href="https://provincie.example/nieuws/zusterband"></head>
<body>
<div class="cookie-bar"><p>Deze website gebruikt cookies om uw bezoek aangenamer te maken, klik op akkoord.</p></div>
<nav><ul><li><a href="/">Startpagina</a></li><li><a href="/nieuws">Nieuws</a></li></ul></nav>
<main><article>
<h1>Zusterband vernieuwd</h1>
<p>Gedeputeerde Ludwig Caluw&eacute; ontving maandag een delegatie uit Shaanxi &amp; tekende met haar <b>een nieuwe
overeenkomst</b> voor de komende vijf jaar.</p>
<h2>Programma</h2>
<ul><li>onderzoekscentrum in Mol</li><li>hogeschool in Turnhout</li></ul>
<table><thead><tr><th>Jaar</th><th>Stap</th></tr></thead>
<tbody><tr><td>1985</td><td><p>ondertekening</p></td></tr><tr><td>2015</td><td>vernieuwing</td></tr></tbody></table>
<h3>Lees ook</h3>
<ul><li><a href="/a">Limburg trekt naar Guangdong</a></li><li><a href="/b">Leuven ontvangt Chengdu</a></li></ul>
<p>Volgend jaar reist een Antwerpse delegatie naar Xi'an voor een tegenbezoek aan de provincie Shaanxi.</p>
</article></main>
<aside><h3>Meest gelezen</h3><p>De ring rond de stad blijft dit hele weekend gesloten voor alle verkeer.</p></aside>
<footer><p>Provinciehuis, Koningin Elisabethlei 22, Antwerpen</p></footer>
</body></html>
"""

PARTNERS = """<html><head><title>Unsere Partnerstädte</title></head><body>
<div id="top"><a href="/">Start</a> | <a href="/rathaus">Rathaus</a> | <a href="/bus">Bus</a></div>
<div id="inhalt"><h1>Unsere Partnerstädte</h1>
<ul><li><a href="/1"><img src="fr.png"></a> <a href="/1">Nantes</a> <a href="/fr">Frankreich</a></li>
<li><a href="/2">Chengdu (2009)</a></li><li><a href="/3">Kumamoto</a></li></ul>
<table><tr><th>Stadt</th><th>Land</th><th>Jahr</th></tr><tr><td>Nantes</td><td></td><td>1965</td></tr></table></div>
<div id="footer"><a href="/impressum">Impressum</a></div></body></html>
"""


def text_of(body: str) -> str:
    """The text of a fragment, without the choice of what is main."""
    return traced_lines(lines_of(body)).text


def test_the_main_text_is_read() -> None:
    assert opened("news.html", NEWS.encode()).text == (
        "Zusterband vernieuwd\n\n"
        "Gedeputeerde Ludwig Caluwé ontving maandag een delegatie uit Shaanxi & tekende met haar een nieuwe"
        " overeenkomst voor de komende vijf jaar.\n\n"
        "Programma\n\n"
        "onderzoekscentrum in Mol\n"
        "hogeschool in Turnhout\n\n"
        "Jaar\tStap\n"
        "1985\tondertekening\n"
        "2015\tvernieuwing\n\n"
        "Volgend jaar reist een Antwerpse delegatie naar Xi'an voor een tegenbezoek aan de provincie Shaanxi."
    )


def test_what_the_page_says_of_itself_is_read() -> None:
    page = opened("news.html", NEWS.encode())
    assert page.title == "Zusterband vernieuwd"
    assert page.published == Edtf("2015-06-09")
    assert page.address == "https://provincie.example/nieuws/zusterband"
    assert page.media_type == "text/html"


def test_a_page_of_lists_keeps_them_and_gets_no_date_from_a_year_in_them() -> None:
    page = opened("partners.html", PARTNERS.encode())
    assert page.text == (
        "Unsere Partnerstädte\n\nNantes Frankreich\nChengdu (2009)\nKumamoto\n\nStadt\tLand\tJahr\nNantes\t\t1965"
    )
    assert page.published is None


REGION = """<html><body><div id="content"><h1>Antwerp (province)</h1>
<p>Antwerp is the northernmost province of Belgium. It borders on the Netherlands, Limburg and East Flanders.</p>
<h2>Twin regions</h2><p>Antwerp is twinned with:</p>
<ul><li><a href="/s">Shaanxi</a>, China (1985)</li><li><a href="/c">Chongqing</a>, China (2011)</li></ul></div>
<div><a href="/p">Privacy</a></div></body></html>
"""


def test_a_list_that_is_announced_belongs_to_the_text() -> None:
    text = opened("region.html", REGION.encode()).text
    assert "Antwerp is twinned with:\n\nShaanxi, China (1985)\nChongqing, China (2011)" in text
    assert "Privacy" not in text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/nieuws", "data:text/html,x"])
def test_an_address_that_is_none_of_the_web_is_not_taken(address: str) -> None:
    page = opened("news.html", NEWS.replace("https://provincie.example/nieuws/zusterband", address).encode())
    assert page.address is None


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gb18030", "gb2312"), ("big5", "big5"), ("utf-16", "utf-16"), ("gb18030", "")]
)
def test_pages_are_read_in_their_encoding(encoding: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body><p>友好城市合作交流</p></body></html>".encode(encoding)
    assert opened("page.htm", page).text == "友好城市合作交流"


def test_a_page_without_a_suffix_is_known_by_its_bytes() -> None:
    assert opened("index", NEWS.encode()).media_type == "text/html"


@pytest.mark.parametrize("body", ["", "<p> &nbsp; </p>", "<script>let text = 'none';</script>", "<!-- nothing -->"])
def test_a_page_without_text_is_refused(body: str) -> None:
    assert refused("page.html", f"<html><body>{body}</body></html>".encode()) == "holds no text"


def test_a_page_that_is_all_navigation_is_read_whole() -> None:
    assert opened("map.html", b"<html><body><nav><a>Antwerp</a></nav></body></html>").text == "Antwerp"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("one<br><br>two", "one\n\ntwo"),
        ("<p>one<p>two", "one\n\ntwo"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<dl><dt>one<dd>two</dl>", "one\ntwo"),
        ("a  b\n\t c", "a b c"),
        ("<b>An</b>twerp <i> &#21451;&#x597D; </i>", "Antwerp 友好"),
        ("Vlaams&shy;-Bra\u200bbant", "Vlaams-Brabant"),
        ("<pre>one\n  two\n\nthree</pre>", "one\ntwo\n\nthree"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a b\tc"),
        (
            "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table><p>c</p><p>d</p></td></tr></table>",
            "a\tb\n\nc\n\nd",
        ),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb"),
        (f"<table><tr><td><p>{'a' * 200}</p><p>{'b' * 200}</p></td></tr></table>", f"{'a' * 200}\n\n{'b' * 200}"),
        ("<body class='menu'><article><header>title</header>text</article><footer>foot</footer>", "title\n\ntext"),
        ("<div class='has-sidebar'>text</div><div class='page Sidebar'>menu</div>", "text"),
        ("<p hidden>no</p><p style='color:red'>yes</p>", "yes"),
        ("<div role=navigation>no</div>yes", "yes"),
        ("<![if !mso]>yes<![endif]><![foo[x]]>", "yes"),
        ("&zzz; &copy &amp;amp;", "&zzz; © &amp;"),
        ("<a/>one<script/>two", "onetwo"),
    ],
)
def test_markup_becomes_lines(body: str, text: str) -> None:
    assert text_of(body) == text


BLOCKS = [
    "<p>",
    "</p>",
    "<br>",
    "<ul><li>",
    "</ul>",
    "<div class=nav>",
    "</div>",
    "<pre>",
    "</pre>",
    "<a href='x'>",
    "</a>",
]
TABLES = ["<table>", "<tr>", "<td>", "</table>"]
ODDITIES = ["<!--", "-->", "<![", "]]>", "<?", "</", "<", ">", "<script>", "</script>", '"', "\r\n", "  ", "\0"]
REFERENCES = ["&", "&#", "&amp;", "&eacute", "&#21451;", "&#0;", "&nbsp;", "&shy;"]
PIECES = st.sampled_from([*BLOCKS, *TABLES, *ODDITIES, *REFERENCES]) | st.text(max_size=8)
MARKUP = st.lists(PIECES, max_size=25).map("".join)


@given(MARKUP)
def test_every_character_of_a_page_is_traced(markup: str) -> None:
    content = markup.encode()
    decoded = decode(content)
    traced = traced_lines(lines_of(decoded.text))
    origins = traced.origins(decoded)
    for offset, character in enumerate(traced.text):
        origin = origins.at(offset)
        assert isinstance(origin, ByteRange)
        if not character.isspace() and character != "\ufffd":
            assert character in html.unescape(content[origin.start : origin.end].decode())


@given(MARKUP)
def test_text_comes_in_the_order_of_the_page(markup: str) -> None:
    traced = traced_lines(lines_of(markup))
    origins = traced.origins(decode(markup.encode()))
    starts = [origin.start for offset in range(len(traced)) if isinstance(origin := origins.at(offset), ByteRange)]
    assert starts == sorted(starts)
