// Draws the pictures of a page with Vega, from the descriptions that the desk serves; paper is drawn from the same ones.
// A picture is an element with data-picture, the address of its description, and the classes of its kind.

const REST = 160; // milliseconds without a movement after which a moved map is drawn anew
const UNCHOSEN = 0.3; // as on paper
const FARTHEST = 1, CLOSEST = 60;
const NARROW = 600;

/** The page's own colours for every signal of the description that the style sheet has a colour for. */
function inColoursOf(element, description) {
  const style = getComputedStyle(element);
  for (const signal of description.signals ?? []) {
    const colour = style.getPropertyValue(`--picture-${signal.name}`).trim();
    if (colour) signal.value = colour;
  }
  return { ...description, config: { ...description.config, font: style.fontFamily } };
}

/** A canvas draws with the fonts that are there; the one for Chinese comes when it is asked for. */
async function fontsFor(element, drawn) {
  const chinese = JSON.stringify(drawn).match(/\p{Script=Han}/u);
  if (chinese) await document.fonts.load(`12px ${getComputedStyle(element).fontFamily}`, chinese[0]);
}

async function draw(element, description) {
  element.replaceChildren();
  const width = element.clientWidth;
  const size = element.classList.contains("map")
    ? { width, height: Math.max(320, Math.round(width * 0.49)) }
    : { width };
  const embedded = await vegaEmbed(element, { ...inColoursOf(element, description), ...size }, {
    mode: "vega", ast: true, actions: false, defaultStyle: false, tooltip: { disableDefaultStyle: true }, renderer: "canvas",
  });
  return embedded.view;
}

function address(element, without = []) {
  const form = document.getElementById(element.dataset.form ?? "");
  if (!form) return element.dataset.picture;
  const asked = new URLSearchParams(new FormData(form));
  for (const name of without) asked.delete(name);
  return `${element.dataset.picture}?${asked}`;
}

async function described(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

// --- the map ---

/** The rows of the map's data sets, as map_picture makes them for paper. */
function filled({ description, spots, lines, kinds, named }, chosen) {
  const row = ([key, name, longitude, latitude, ties]) => ({ key, name, longitude, latitude, ties });
  const shapes = (some) => Object.values(Object.groupBy(some, ([, , kind, nested]) => `${kind} ${nested}`)).map((alike) => ({
    type: "Feature",
    kind: kinds[alike[0][2]],
    nested: alike[0][3],
    geometry: { type: "MultiLineString", coordinates: alike.map((line) => line.slice(0, 2).map((end) => spots[end].slice(2, 4))) },
  }));
  const fate = lines.filter((line) => line.slice(0, 2).some((end) => spots[end][0] === chosen));
  const ends = fate.length ? [...new Set(fate.flatMap((line) => line.slice(0, 2)))] : named;
  return { spots: spots.map(row), lines: shapes(lines), chosen_lines: shapes(fate), named: ends.map((end) => row(spots[end])) };
}

class TieMap {
  constructor(element) {
    this.element = element;
    this.form = document.getElementById(element.dataset.form);
    this.tools = element.parentElement.querySelector(".tools");
    this.moved = { zoom: 1, x: 0, y: 0 };
    this.listen();
  }

  get chosen() {
    return Number(this.form.elements.place.value) || null;
  }

  async load() {
    const url = address(this.element, ["place"]);
    if (url !== this.url) {
      this.url = url;
      this.matter = await described(url);
      const began = performance.now();
      const { description } = this.matter;
      const rows = filled(this.matter, this.chosen);
      await fontsFor(this.element, [rows.named, description]);
      for (const set of description.data) if (set.name in rows) set.values = rows[set.name];
      const zoom = description.signals.find((signal) => signal.name === "zoom");
      if (this.element.clientWidth < NARROW) zoom.value = Math.max(FARTHEST, zoom.value * 0.7); // names need room
      this.tell(description.signals.find((signal) => signal.name === "note"));
      this.view?.finalize();
      this.view = await draw(this.element, description);
      this.view.addSignalListener("picked", (_, key) => this.pick(key));
      this.tools.hidden = false;
      this.start = this.element.dataset.view?.split(" ").map(Number);
      this.element.dataset.drawn = Math.ceil(performance.now() - began); // milliseconds that it took
    }
    await this.choose();
    if (this.start?.length === 3) await this.show(...this.start);
    this.start = null;
  }

  /** What the map does not show is told below it, for everybody to read. */
  tell(note) {
    const caption = this.element.parentElement.querySelector("figcaption");
    caption.textContent = note.value;
    caption.hidden = !note.value;
    note.value = "";
  }

  async choose() {
    if (this.chosen === this.shown) return;
    this.shown = this.chosen;
    const { chosen_lines, named } = filled(this.matter, this.chosen);
    await this.view.data("chosen_lines", chosen_lines).data("named", named)
      .signal("unchosen", chosen_lines.length ? UNCHOSEN : 1).runAsync();
  }

  pick(key) {
    this.form.elements.place.value = key === this.chosen ? "" : key;
    htmx.trigger(this.form, "picked");
    this.choose();
  }

  listen() {
    let held = null;
    this.element.addEventListener("wheel", (event) => {
      const whole = this.moved.zoom * (this.view?.signal("zoom") ?? 1) <= FARTHEST;
      if (whole && event.deltaY > 0) return; // there is nothing further away: the page scrolls on
      event.preventDefault();
      this.move(event.offsetX, event.offsetY, Math.exp(-event.deltaY / 400));
    }, { passive: false });
    this.element.addEventListener("pointerdown", (event) => { held = [event.clientX, event.clientY]; });
    addEventListener("pointerup", () => { held = null; });
    addEventListener("pointermove", (event) => {
      if (!held) return;
      this.move(0, 0, 1, event.clientX - held[0], event.clientY - held[1]);
      held = [event.clientX, event.clientY];
    });
    this.tools.addEventListener("click", (event) => {
      const factor = Number(event.target.closest("[data-zoom]")?.dataset.zoom);
      if (factor) this.move(this.element.clientWidth / 2, this.element.clientHeight / 2, factor);
      else this.show(1, 0, 0.12);
    });
  }

  /** Moves what is drawn already, at once; it is drawn anew when the movement rests. */
  move(x, y, factor, dx = 0, dy = 0) {
    const canvas = this.element.querySelector("canvas");
    if (!canvas) return;
    const before = this.moved, zoom = this.view.signal("zoom");
    const scale = Math.min(CLOSEST / zoom, Math.max(FARTHEST / zoom, before.zoom * factor)), by = scale / before.zoom;
    this.moved = { zoom: scale, x: x - (x - before.x) * by + dx, y: y - (y - before.y) * by + dy };
    canvas.style.transformOrigin = "0 0";
    canvas.style.transform = `translate(${this.moved.x}px, ${this.moved.y}px) scale(${scale})`;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST);
  }

  rest() {
    const { zoom: by, x, y } = this.moved;
    const [zoom, east, north, radius] = ["zoom", "east", "north", "radius"].map((name) => this.view.signal(name));
    const [wide, high] = [this.view.width() / 2, this.view.height() / 2];
    // the middle of the window, in what is drawn, told from the middle of what is drawn
    const right = (wide - x) / by - wide, down = (high - y) / by - high;
    return this.show(zoom * by, east + right / (zoom * radius), north - down / (zoom * radius));
  }

  async show(zoom, east, north) {
    const began = performance.now();
    this.moved = { zoom: 1, x: 0, y: 0 };
    await this.view.signal("zoom", zoom).signal("east", east).signal("north", north).runAsync();
    this.element.querySelector("canvas").style.transform = "";
    this.element.dataset.drawnAnew = Math.ceil(performance.now() - began);
  }
}

// --- every page ---

for (const element of document.querySelectorAll("[data-picture]")) {
  if (element.classList.contains("map")) {
    const map = new TieMap(element);
    map.load();
    document.addEventListener("htmx:afterSettle", () => map.load());
  } else {
    const description = await described(address(element));
    await fontsFor(element, description);
    await draw(element, description);
    element.dataset.drawn = "true";
  }
}
