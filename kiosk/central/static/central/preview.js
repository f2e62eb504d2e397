// Draws the preview beside a form anew while it is filled in, and takes clicks on a plan for the numbers of a place.
// Without this file both work too: by saving, and by typing the numbers.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-preview]");
  const shown = document.getElementById("preview");
  if (!form || !shown) return;
  let waiting = 0;
  let asked = 0;
  let piece = "";

  const field = (prefix, name) => form.elements.namedItem(prefix ? `${prefix}-${name}` : name);

  async function renew() {
    const mine = ++asked;
    try {
      const reply = await fetch(where(), { method: "POST", body: new FormData(form), redirect: "error" });
      if (reply.ok && mine === asked) shown.innerHTML = await reply.text();
    } catch {
      // The next change asks again
    }
    mark();
  }

  // …/laak-t4/change/ → …/laak-t4/preview/ and …/add/ → …/preview/
  function where() {
    return location.pathname.replace(/(change|add)\/$/, "preview/") + location.search;
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(renew, 300);
  }

  function mark() {
    shown.querySelectorAll("[data-piece]").forEach((one) => one.classList.toggle("chosen", one.dataset.piece === piece));
  }

  function choose(name) {
    piece = name;
    const row = document.getElementById(name);
    const sheet = row && row.querySelector("details");
    if (sheet && !sheet.open) {
      document.querySelectorAll("details.folded[open]").forEach((other) => (other.open = false));
      sheet.open = true;
    }
    mark();
    return row;
  }

  function spot(event) {
    const svg = shown.querySelector("svg");
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [Math.round(point.x), Math.round(point.y)];
  }

  function put(prefix, x, y) {
    const [across, down] = [field(prefix, "x"), field(prefix, "y")];
    if (!across || !down) return;
    across.value = x;
    down.value = y;
    renew();
  }

  shown.addEventListener("click", (event) => {
    if (!event.target.closest("svg")) return;
    const hit = event.target.closest("[data-piece]");
    if (!shown.querySelector("[data-pieces]")) put("", ...spot(event));
    else if (hit && hit.dataset.piece && hit.dataset.piece !== piece && !movable(hit)) choose(hit.dataset.piece).scrollIntoView({ block: "nearest" });
    else if (piece) put(piece, ...spot(event));
  });

  // A chosen piece may be put on a room, which is large; another piece is chosen
  function movable(hit) {
    return piece && hit.querySelector("rect") && hit.getBBox().width * hit.getBBox().height > 20000;
  }

  document.addEventListener("toggle", (event) => {
    const sheet = event.target;
    if (sheet.matches && sheet.matches("details.folded") && sheet.open) choose(sheet.closest(".inline-related").id);
  }, true);
  document.addEventListener("formset:added", (event) => {
    // Django's script gives the new row its number, but not in this
    for (const one of event.target.querySelectorAll("[aria-describedby*=__prefix__]"))
      one.setAttribute("aria-describedby", `${one.id}_helptext`);
    if (event.target.querySelector("details.folded")) choose(event.target.id);
    soon();
  });
  document.addEventListener("formset:removed", soon);
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
});
