/* Keys and small comforts for officers. Every page works without this file.

   data-key="c"          this key presses the button or follows the link; inside the claim that has the focus first
   .claim                what j and k go through; its passages light up in the text beside it
   data-tick-all="name"  ticks all boxes of that name */
"use strict";

const CLAIMS = ".claim";
const keysOn = () => localStorage.getItem("keys") !== "off";
const claims = () => [...document.querySelectorAll(CLAIMS)];
const here = () => document.activeElement.closest(CLAIMS);

function go(claim) {
  if (!claim) return;
  claim.focus({ preventScroll: true });
  claim.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = claims();
  const at = all.indexOf(here());
  go(at < 0 ? all.find((claim) => claim.hasAttribute("data-undecided")) || all[0] : all[at + by]);
}

function press(key) {
  const inside = here();
  const free = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter((one) => !one.closest(CLAIMS));
  const wanted = (inside && inside.querySelector(`[data-key="${CSS.escape(key)}"]`)) || free[0];
  if (wanted) wanted.click();
  return Boolean(wanted);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const steps = { j: 1, k: -1 };
  if (here()) Object.assign(steps, { ArrowDown: 1, ArrowUp: -1 });
  if (event.key in steps && claims().length) {
    step(steps[event.key]);
    event.preventDefault();
  } else if (event.key.length === 1 && press(event.key)) {
    event.preventDefault();
  }
});

/* what a claim rests on */
document.addEventListener("focusin", () => {
  const claim = here();
  const lit = new Set(claim ? (claim.dataset.passages || "").split(" ") : []);
  for (const mark of document.querySelectorAll("mark[data-passages]"))
    mark.classList.toggle("lit", mark.dataset.passages.split(" ").some((passage) => lit.has(passage)));
});

/* after a word on one claim, on to the next that waits */
let spokenOn = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  const claim = event.target.closest(CLAIMS);
  spokenOn = claim && claim.id;
});
document.addEventListener("htmx:afterSettle", () => {
  const all = claims();
  const at = all.findIndex((claim) => claim.id === spokenOn);
  if (at < 0) return;
  spokenOn = null;
  go(all.slice(at + 1).find((claim) => claim.hasAttribute("data-undecided")) || all[at]);
});

function prepare() {
  const on = document.getElementById("keys-on");
  if (on) {
    on.checked = keysOn();
    on.onchange = () => localStorage.setItem("keys", on.checked ? "on" : "off");
  }
  for (const all of document.querySelectorAll("[data-tick-all]")) {
    all.closest("[hidden]")?.removeAttribute("hidden");
    all.onchange = () => {
      for (const box of document.querySelectorAll(`input[name="${all.dataset.tickAll}"]`)) box.checked = all.checked;
    };
  }
}
document.addEventListener("DOMContentLoaded", prepare);
document.addEventListener("htmx:load", prepare);
