// Looks every few seconds whether the list has changed. Without this file the page works too: by its own button.
"use strict";

const EVERY = 3000;
const PATIENCE = 10000;
const place = document.getElementById("asks");
const alone = document.getElementById("alone");
const title = document.title;

function show(fresh) {
  const old = place.querySelector(".asks");
  if (old.dataset.mark === fresh.dataset.mark) return;
  const key = document.activeElement.dataset.key;
  old.replaceWith(fresh);
  const again = key && place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again) again.focus();
  count(fresh);
}

function count(list) {
  const words = document.getElementById("count");
  if (words.textContent.trim() !== list.dataset.words.trim()) words.textContent = list.dataset.words;
  const waiting = Number(list.dataset.count);
  document.title = waiting ? `(${waiting}) ${title}` : title;
}

async function look() {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const reply = await fetch(place.dataset.from, { redirect: "manual", cache: "no-store", signal });
    if (reply.type === "opaqueredirect") location.reload();
    else if (!reply.ok) throw new Error(`central answered ${reply.status}`);
    else show(new DOMParser().parseFromString(await reply.text(), "text/html").querySelector(".asks"));
    alone.hidden = true;
  } catch {
    alone.hidden = false;
  }
  setTimeout(look, EVERY);
}

count(place.querySelector(".asks"));
setTimeout(look, EVERY);
