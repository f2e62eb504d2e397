// What is wrong with the page that is open: controls under 44 pixels, controls without a name, text paler than 7:1,
// and anything wider than the window. Links inside a sentence may be as high as its letters (WCAG 2.2, 2.5.8).
(() => {
  const wrong = [];
  const say = (what, one) => wrong.push(`${what}: ${one.tagName.toLowerCase()} ${(one.name || one.id || one.innerText || "").slice(0, 40)}`);
  const seen = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && one.getBoundingClientRect().width > 1;

  function labelOf(one) {
    return one.closest("label") || (one.id ? document.querySelector(`label[for="${CSS.escape(one.id)}"]`) : null);
  }
  function named(one) {
    const label = labelOf(one);
    const legend = one.closest("fieldset")?.querySelector("legend");
    const words = [one.innerText, one.ariaLabel, one.value && one.type === "submit" && one.value, label?.innerText, legend?.innerText, label?.querySelector("img")?.alt];
    return words.some((text) => text && text.trim());
  }
  for (const one of document.querySelectorAll("a, button, input, select, textarea, summary")) {
    if (one.type === "hidden" || !seen(one) || one.matches(".skip")) continue;
    if (!named(one)) say("no name", one);
    if (one.matches("p a:not(.press), dd a, li a:not(.door)") && !one.closest("nav, ul.object-tools, ul.toplinks")) continue;
    const box = one.getBoundingClientRect();
    if (box.width < 43.5 || box.height < 43.5) say(`${Math.round(box.width)} × ${Math.round(box.height)}`, one);
  }

  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = (rgb) => rgb.slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  function ground(one) {
    for (let at = one; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one || !seen(one) || one.closest("svg, option, script, noscript")) continue;
    const pair = [light(parts(getComputedStyle(one).color)), light(ground(one))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 7) say(`${ratio.toFixed(1)}:1`, one);
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} wide`);
  return [...new Set(wrong)];
})()
