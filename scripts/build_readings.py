"""Build the readings of Chinese characters by which 王雯 and "Wang Wen" are seen to be one name.

    make gazetteer

Reads pypinyin (MIT); writes `names/persons/readings.txt`: each line a reading and the common characters (GB 2312) that
have it, in simplified form.
"""

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin

READINGS = Path(__file__).parent.parent / "src/jumelage/reading/names/persons/readings.txt"


def main() -> None:
    by_reading: dict[str, set[str]] = defaultdict(set)
    for character in map(chr, range(0x4E00, 0xA000)):
        if _is_common(character):
            for reading in pinyin(character, style=Style.NORMAL, heteronym=True)[0]:
                by_reading[reading.replace("ü", "u").replace("v", "u")].add(character)
    lines = [f"{reading} {''.join(sorted(characters))}" for reading, characters in sorted(by_reading.items())]
    header = "# Common simplified characters by their readings; built by scripts/build_readings.py from pypinyin (MIT)."
    READINGS.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
