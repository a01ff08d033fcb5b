"""How long the pictures take with a long list of twinnings, on the desk, in a browser and on paper.

    python -m benchmarks.pictures LIST

LIST is a file that `jumelage import` reads. Prints milliseconds on the clock, medians of three where a thing is done
again. Beside the map stands a plain page of Vega's that draws the same ties as one rule each, as its own examples do.
Needs Chromium.
"""

import json
import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

REPEATS = 3
LONGEST = 180_000
"""Milliseconds after which something hangs."""
WIDTH, HEIGHT = 1280, 900
FRAMES = """async () => {
  const box = document.querySelector('.canvas.map'), {x, y} = box.getBoundingClientRect(), took = [];
  for (let step = 0; step < 30; step++) {
    const began = performance.now();
    const turn = {deltaY: step % 2 ? 60 : -80, clientX: x + 500, clientY: y + 200, cancelable: true};
    box.dispatchEvent(new WheelEvent('wheel', turn));
    await new Promise(requestAnimationFrame);
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[15];
}"""
PLAIN = """<!doctype html><div id=map></div><script type=module src=vega.js></script><script type=module>
const ties = await (await fetch('ties.json')).json(), began = performance.now();
await vegaEmbed('#map', {width: 1100, height: 540, projections: [{name: 'p', type: 'naturalEarth1'}],
  data: [{name: 'ties', values: ties, transform: [
    {type: 'geopoint', projection: 'p', fields: ['x1', 'y1'], as: ['a', 'b']},
    {type: 'geopoint', projection: 'p', fields: ['x2', 'y2'], as: ['c', 'd']}]}],
  marks: [{type: 'rule', from: {data: 'ties'}, encode: {update: {x: {field: 'a'}, y: {field: 'b'}, x2: {field: 'c'},
    y2: {field: 'd'}, stroke: {value: '#0f6f69'}, strokeOpacity: {value: .1}}}}]}, {mode: 'vega', actions: false});
window.took = performance.now() - began;
</script>"""


def main() -> None:
    source = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {
            "JUMELAGE_HOME": home,
            "DJANGO_SETTINGS_MODULE": "jumelage.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
        }
        import django
        from django.conf import settings

        django.setup()
        settings.ALLOWED_HOSTS = ["*"]
        _fill(source)
        _on_the_desk()
        _on_paper()
        _in_the_browser(Path(home))


def _fill(source: Path) -> None:
    from click.testing import CliRunner

    from jumelage.cli import main as jumelage

    started = time.perf_counter()
    outcome = CliRunner().invoke(jumelage, ["import", "--skip-errors", str(source)], catch_exceptions=False)
    print(f"{outcome.output.strip()}\n{'import':<52}{1000 * (time.perf_counter() - started):>9.0f} ms", flush=True)


def _on_the_desk() -> None:
    from django.core.cache import cache
    from django.test import Client

    client = Client()
    for address in ("/map/", "/map/data.json", "/numbers/", "/timeline/", "/network/", "/network/measures/"):
        cache.clear()
        first = _took(lambda address=address: client.get(address).content)
        again = statistics.median(_took(lambda address=address: client.get(address).content) for _ in range(REPEATS))
        size = len(client.get(address, headers={"accept-encoding": "gzip"}).content) / 1000
        print(f"{address:<40}{'first':>12}{first:>9.0f} ms, then{again:>7.0f} ms{size:>9.0f} kB", flush=True)


def _on_paper() -> None:
    from django.http import QueryDict

    from jumelage.desk.pictures import picture
    from jumelage.pictures import Form

    for name in ("map", "years", "network"):
        for form in Form:
            took = _took(lambda name=name, form=form: picture(name, QueryDict(""), "en", form))
            print(f"{name + '.' + form:<52}{took:>9.0f} ms", flush=True)


def _in_the_browser(folder: Path) -> None:
    from wsgiref.simple_server import WSGIRequestHandler, make_server

    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.wsgi import get_wsgi_application
    from playwright.sync_api import sync_playwright

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    desk = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), handler_class=Quiet)
    threading.Thread(target=desk.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_default_timeout(LONGEST)
        drawn, plain = [], []
        for _ in range(REPEATS):
            page.goto(f"http://127.0.0.1:{desk.server_port}/map/")
            page.wait_for_selector("[data-drawn]")
            drawn.append(page.evaluate("Number(document.querySelector('[data-drawn]').dataset.drawn)"))
        frame = page.evaluate(FRAMES)
        page.wait_for_selector("[data-drawn-anew]")
        anew = page.evaluate("Number(document.querySelector('[data-drawn]').dataset.drawnAnew)")
        address = _plain_page(folder)
        for _ in range(REPEATS):
            page.goto(address)
            page.wait_for_function("window.took")
            plain.append(page.evaluate("window.took"))
        browser.close()
    print(f"{'map in Chromium, from data to drawn':<52}{statistics.median(drawn):>9.0f} ms")
    print(f"{'  a frame while it is moved':<52}{frame:>9.0f} ms")
    print(f"{'  drawn anew when it rests':<52}{anew:>9.0f} ms")
    print(f"{'plain page of Vega, straight rules (peer)':<52}{statistics.median(plain):>9.0f} ms")


def _plain_page(folder: Path) -> str:
    """The address of a page that draws the same ties in Vega's usual way, without land or places."""
    from django.http import QueryDict

    from jumelage.desk.lists import LISTS
    from jumelage.desk.maps import tie_map
    from jumelage.pictures.browser import write_bundle

    shown = tie_map(LISTS["twinning"].records(QueryDict()), "en")
    ends = [(shown.spots[line.one], shown.spots[line.other]) for line in shown.lines]
    ties = [{"x1": a.longitude, "y1": a.latitude, "x2": b.longitude, "y2": b.latitude} for a, b in ends]
    site = folder / "plain"
    site.mkdir()
    (site / "ties.json").write_text(json.dumps(ties))
    (site / "index.html").write_text(PLAIN)
    write_bundle(site / "vega.js")

    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(site))

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/index.html"


def _took(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
