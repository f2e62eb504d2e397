// Looks every half minute, while somebody can see the page, whether it has changed. Without this file a page is as it was.
"use strict";

const EVERY = 30000;
const PATIENCE = 10000;
const place = document.getElementById("fleet");
const alone = document.getElementById("alone");

function show(fresh) {
  const old = place.querySelector(".fleet");
  if (!fresh || old.innerHTML === fresh.innerHTML) return;
  const key = place.contains(document.activeElement) && document.activeElement.dataset.key;
  old.replaceWith(fresh);
  const again = key && place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again) again.focus({ preventScroll: true });
}

async function look() {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const reply = await fetch(place.dataset.from, { redirect: "manual", cache: "no-store", signal });
    if (reply.type === "opaqueredirect") location.reload();
    else if (!reply.ok) throw new Error(`central answered ${reply.status}`);
    else show(new DOMParser().parseFromString(await reply.text(), "text/html").querySelector(".fleet"));
    alone.hidden = true;
  } catch {
    alone.hidden = false;
  }
}

setInterval(() => document.hidden || look(), EVERY);
document.addEventListener("visibilitychange", () => document.hidden || look());
