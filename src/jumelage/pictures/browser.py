"""Writes what draws the descriptions in a browser: Vega, out of the package that draws them on paper.

    python -m jumelage.pictures.browser FILE

Set-up does this. The file is written plain and packed (.gz), so that the desk sends the small one.
"""

import gzip
import sys
from pathlib import Path

import vl_convert


def write_bundle(file: Path) -> None:
    code = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed").encode()
    file.write_bytes(code)
    file.with_suffix(".js.gz").write_bytes(gzip.compress(code, mtime=0))


if __name__ == "__main__":
    write_bundle(Path(sys.argv[1]))
