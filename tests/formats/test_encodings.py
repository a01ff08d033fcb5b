import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jumelage.formats.encodings import CHECKPOINT_BYTES, Decoded, decode

SIMPLIFIED = "2015年6月8日，陕西省代表团访问安特卫普省，双方续签友好合作协议。"
TRADITIONAL = "重慶市與安特衛普省結好十周年，雙方透過視訊舉行紀念儀式。"
DUTCH = "De gedeputeerde ontving één delegatie uit China – de coördinatie is “goed” verlopen."
FRENCH = "À Liège, la délégation a été reçue à l’hôtel de ville : le jumelage fête ses 30 ans, où qu’il mène."
GERMAN = "Die Städtepartnerschaft zwischen Köln und Peking für größere Projekte übertrifft alles."

SHORT = ["友城", "友好城市", "陕西", "结好30周年", "广东省与林堡省"]


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, DUTCH, FRENCH, GERMAN, *SHORT])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, *SHORT])
def test_gb18030_is_recognised(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("text", [SIMPLIFIED, FRENCH])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    assert decode(f"\ufeff{text}".encode(encoding)).text == text


@pytest.mark.parametrize("text", [TRADITIONAL, "陝西省", "姊妹市", "締結友好關係"])
def test_big5_is_recognised(text: str) -> None:
    assert decode(text.encode("big5")).text == text


@pytest.mark.parametrize(
    "text", [DUTCH, FRENCH, GERMAN, "één", "Liège", "Caluwé", "Köln", "Ärzte aus Fürth", "€ 500.000", "THÉÂTRE"]
)
def test_windows_1252_is_recognised(text: str) -> None:
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("Žďár nad Sázavou", "iso8859-2", "ISO-8859-2"),
        ("京都市", "shift_jis", "shift_jis"),
        ("镕", "gb18030", "gb2312"),
        ("naïveté — “oui”", "cp1252", "iso-8859-1"),
    ],
)
def test_the_declared_encoding_is_respected(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared).text == text


@pytest.mark.parametrize("declared", ["utf-8", "utf-7", "base64", "unicode_escape", "nonsense", "", "\0"])
def test_a_declaration_that_can_not_be_true_is_passed_over(declared: str) -> None:
    assert decode(FRENCH.encode("cp1252"), declared).text == FRENCH


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decode(SIMPLIFIED.encode(), "windows-1252").text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "cp1252"])
def test_damage_costs_only_the_damaged_characters(encoding: str) -> None:
    text = (FRENCH if encoding == "cp1252" else SIMPLIFIED) * 5
    content = text.encode(encoding)
    damaged = content[:60] + b"\x81\xff" + content[60:]
    decoded = decode(damaged)
    assert decoded.encoding == encoding
    assert "\ufffd" in decoded.text
    assert decoded.text.endswith(text[60:])


def test_a_text_cut_inside_a_character_is_still_recognised() -> None:
    assert decode(SIMPLIFIED.encode("gb18030")[:-1]).text == SIMPLIFIED[:-1] + "\ufffd"


@given(st.binary(max_size=200))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe\x00")
def test_any_bytes_are_decoded(content: bytes) -> None:
    decoded = decode(content)
    for index in range(len(decoded.text)):
        place = decoded.place(index, index + 1)
        assert 0 <= place.start < place.end <= len(content)


@given(
    st.text(min_size=1, max_size=20),
    st.sampled_from(["utf-8", "utf-16-le", "gb18030"]),
    st.sampled_from([0, CHECKPOINT_BYTES // 3, CHECKPOINT_BYTES // 2, CHECKPOINT_BYTES - 1]),
)
def test_every_character_is_traced_to_its_bytes(text: str, encoding: str, before: int) -> None:
    """Also behind the stretch that is decoded at once."""
    characters = "\n" * before + text
    decoded = Decoded(characters.encode(encoding), encoding)
    assert decoded.text == characters
    for index in range(before, len(characters)):
        place = decoded.place(index, index + 1)
        assert decoded.content[place.start : place.end].decode(encoding) == characters[index]
