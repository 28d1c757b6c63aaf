(() => {
"use strict";
// One view at a time, and beside it a pane with the words or the reasons behind a line. Everything is reached by the page's address.
const root = document.documentElement;
root.classList.add("scripted");
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const remember = (load) => {
  const held = new Map();
  return (key) => (held.has(key) ? held : held.set(key, load(key))).get(key);
};
const explanations = remember(() => read("explanations"));
const narrow = matchMedia("(max-width: 64rem)");

// The texts. Offsets count characters, not UTF-16 units.
const texts = remember((place) => {
  const held = read(`text-${place}`);
  held.characters = Array.from(held.pieces.map((piece) => (Array.isArray(piece) ? piece[0] : typeof piece === "string" ? piece : "")).join(""));
  return held;
});
const slice = (place, start, end) => texts(place).characters.slice(start, end).join("");
const isThing = (id) => Object.hasOwn(explanations("").things, id);
const titleOf = (id) => {
  const { things, articles } = explanations("");
  return isThing(id) ? things[id][1] : (articles.find((article) => article[0] === id) || []).slice(1, 3).join(": ") || id;
};
const kindOf = (id) => (isThing(id) ? explanations("").things[id][0] : "article");
const addressOf = (id) => {
  const place = explanations("").articles.findIndex((article) => article[0] === id);
  if (place >= 0) return `#article-${place}`;
  return document.getElementById(id) ? `#${id}` : `#why-${id}`;
};

const drawText = (place) => {
  const { marks, pieces } = texts(place);
  const top = make("div", { class: "text", dir: "auto" });
  const around = [top];
  const begun = new Set();
  const linked = new Set();
  for (const piece of pieces) {
    const inner = around[around.length - 1];
    if (typeof piece === "string") inner.append(piece);
    else if (Array.isArray(piece)) {
      const [id, , role] = marks[piece[1]][3][0];
      linked.add(piece[1]);
      inner.append(make("a", { href: addressOf(id), title: `${titleOf(id)} — ${role}` }, piece[0]));
    } else if (piece >= 0) {
      const [start, end, kind, targets] = marks[piece];
      const span = make("span", { class: targets.length ? `use of-${kind}` : "not-content" });
      if (!targets.length) span.title = `not content: ${kind}`;
      if (!begun.has(piece)) span.id = targets.length ? `words-${place}-${start}-${end}` : `not-content-${place}-${start}-${end}`;
      begun.add(piece);
      span.dataset.mark = piece;
      inner.append(span);
      around.push(span);
    } else {
      around.pop();
      if (piece === -2) drawBehind(around[around.length - 1], marks[inner.dataset.mark][3].slice(linked.has(Number(inner.dataset.mark)) ? 1 : 0));
    }
  }
  return top;
};
// The links to what rests on words and is not reached by the words themselves.
const drawBehind = (into, targets) => {
  for (const [id, label, role] of targets) {
    const name = `${label}: ${titleOf(id)} — ${role}`;
    into.append(make("a", { class: `behind to-${kindOf(id)}`, href: addressOf(id), title: name, "aria-label": name }, label[0]));
  }
};

const list = (items) => make("ul", {}, ...items.map((item) => make("li", {}, item)));
const drawFacts = (place) => {
  const [id, , title, facts, story] = explanations("").articles[place];
  const legend = document.getElementById("legend").content.cloneNode(true);
  const about = make("details", { class: "facts" }, make("summary", {}, "About this report"), ...facts.map((fact) => make("p", {}, fact)));
  const back = story ? [make("p", { class: "soft small" }, `${id}, of the story `, make("a", { href: `#${story}` }, titleOf(story)))] : [];
  return [make("p", { class: "headline" }, title), ...back, about, legend];
};
const drawExcerpt = ([place, from, start, end, to, role]) => {
  const link = make("a", { class: "words", href: `#words-${place}-${start}-${end}` }, make("mark", {}, slice(place, start, end)));
  return make("p", { class: "excerpt" }, make("span", { class: "role" }, role), " ", slice(place, from, start), link, slice(place, end, to));
};
const drawWhy = (id) => {
  const [, , reasons, excerpts, related, rule] = explanations("").things[id];
  const parts = reasons.map((reason) => make("p", { class: "reason" }, reason));
  parts.push(make("p", { class: "soft small rule" }, `The rule: ${explanations("").rules[rule]}`));
  let place = null;
  for (const excerpt of excerpts) {
    if (excerpt[0] !== place) parts.push(make("h3", {}, make("a", { href: `#article-${excerpt[0]}` }, explanations("").articles[excerpt[0]][1])));
    place = excerpt[0];
    parts.push(drawExcerpt(excerpt));
  }
  if (related.length) parts.push(make("h3", {}, "See also"), list(related.map((other) => make("a", { href: addressOf(other) }, titleOf(other)))));
  return [make("p", { class: "soft small" }, `${id}. The same as `, make("code", {}, `crosswire why DIR ${id}`)), ...parts];
};

// The pane.
let opener = null; // the link of the line that was left
let behind = "#overview"; // the address of the view under the pane
let clicked = null; // the address last asked for by a link, which tells it from the browser's own way back
const part = (id) => document.getElementById(id);
const say = (words) => { part("status").textContent = words; };
const fill = (title, children) => {
  part("pane-title").textContent = title;
  part("pane-body").replaceChildren(...children);
  part("pane-body").scrollTop = 0;
  part("pane").hidden = false;
  document.body.classList.add("beside");
  part("main").inert = narrow.matches;
};
const openWords = (place, id) => {
  if (part("pane").dataset.place !== String(place) || part("pane").hidden) fill(explanations("").articles[place][1], [...drawFacts(place), drawText(place)]);
  part("pane").dataset.place = place;
  const words = id && part(id);
  for (const lit of part("pane").querySelectorAll(".lit")) lit.classList.remove("lit");
  const target = words || part("pane-title");
  if (words) words.classList.add("lit");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (words) words.scrollIntoView({ block: "center" });
  say(`${explanations("").articles[place][1]}: ${words ? `the words “${words.textContent.slice(0, 120)}”` : "the report"}. Escape goes back.`);
};
const openWhy = (id) => {
  const [kind, title] = explanations("").things[id];
  fill(`Why: ${kind}`, [make("p", { class: "headline" }, title), ...drawWhy(id)]);
  delete part("pane").dataset.place;
  part("pane-title").focus();
  say(`Why ${title}. Escape goes back.`);
};
const shut = () => {
  if (part("pane").hidden) return;
  part("pane").hidden = true;
  part("main").inert = false;
  document.body.classList.remove("beside");
};
const returnToLine = () => {
  shut();
  (opener && opener.isConnected ? opener : part("main")).focus();
  say("Back at the line.");
};
const goBack = () => {
  history.pushState(null, "", behind);
  returnToLine();
};

// The views.
const show = (view) => {
  if (!view.classList.contains("shown")) {
    for (const other of document.querySelectorAll(".view.shown")) other.classList.remove("shown");
    view.classList.add("shown");
  }
  for (const link of document.querySelectorAll(".bar nav a")) {
    if (link.hash === `#${view.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};
const showElement = (element) => {
  const view = element.closest(".view") || part("overview");
  show(view);
  for (let folded = element.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  for (const lit of document.querySelectorAll("main .lit")) lit.classList.remove("lit");
  const target = element.tagName === "SECTION" ? element.querySelector("h1, h2") : element;
  if (target === element) element.classList.add("lit");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (element === view) scrollTo(0, 0);
  else element.scrollIntoView({ block: "start" });
};

// The filters of the findings, kept in the address.
const filterFindings = (query) => {
  const wanted = new URLSearchParams(query);
  const form = part("filters");
  if (!form) return;
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = wanted.has(field.name);
    else if (field.name) field.value = wanted.get(field.name) || "";
  }
  let shown = 0;
  const all = document.querySelectorAll("#findings .finding");
  for (const finding of all) {
    finding.hidden = ![...wanted].every(([name, value]) => (finding.dataset[name] || "").split(name === "outlet" ? " " : "\0").includes(value));
    shown += !finding.hidden;
  }
  part("filtered").textContent = shown === all.length ? `${all.length} findings` : `${shown} of ${all.length} findings`;
};
const keepFilters = () => {
  const chosen = new URLSearchParams([...new FormData(part("filters"))].filter(([, value]) => value));
  behind = chosen.size ? `#findings?${chosen}` : "#findings";
  history.replaceState(null, "", behind);
  filterFindings(chosen);
};

// What lies beside a line opens in the pane; whether it did.
const routePane = (id, first) => {
  const words = id.match(/^(?:words|article)-(\d+)/);
  if (words && explanations("").articles[words[1]]) {
    const story = explanations("").articles[words[1]][4];
    if (first && story) show(part((behind = `#${story}`).slice(1)));
    openWords(Number(words[1]), id.startsWith("words-") ? id : null);
    return true;
  }
  if (!id.startsWith("why-") || !isThing(id.slice(4))) return false;
  openWhy(id.slice(4));
  return true;
};
const route = (first) => {
  const [id, ...rest] = location.hash.slice(1).split("?");
  if (routePane(id, first)) return undefined;
  const here = location.hash || "#overview";
  if (!part("pane").hidden && here === behind && here !== clicked) return returnToLine();
  const element = part(id || "overview");
  if (!element) {
    if (isThing(id)) return openWhy(id);
    say("The record has nothing at this address.");
    return show(part("overview"));
  }
  if (element.closest("#pane")) return undefined;
  if (narrow.matches) shut();
  if (element.id === "findings" || element.closest("#findings")) filterFindings(element.id === "findings" ? rest.join("?") : "");
  behind = here;
  if (!(first && !id)) showElement(element);
  return undefined;
};

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  clicked = link ? link.hash : null;
  if (link && !link.closest("#pane") && /^#(words|article|why)-/.test(link.hash)) opener = link;
  // The same address again: no hashchange comes.
  if (link && link.hash === location.hash) { event.preventDefault(); route(false); }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !part("pane").hidden) { event.preventDefault(); goBack(); }
});
addEventListener("hashchange", () => route(false));
document.addEventListener("DOMContentLoaded", () => {
  part("pane-close").addEventListener("click", goBack);
  narrow.addEventListener("change", () => { part("main").inert = narrow.matches && !part("pane").hidden; });
  if (part("filters")) {
    part("filters").addEventListener("change", keepFilters);
    part("filters").addEventListener("reset", () => setTimeout(keepFilters));
    part("filters").addEventListener("submit", (event) => event.preventDefault());
  }
  route(true);
  root.dataset.ready = "true";
});
})();
