
"use strict";
const all = (selector) => Array.from(document.querySelectorAll(selector));
const edges = all(".edge"), nodes = all(".node"), rows = all("#rows tr");
const form = document.getElementById("filter"), count = document.getElementById("count");
const field = (id) => document.getElementById(id).value;
let chosen = null;

function draw() {
  const name = field("name").trim().toLowerCase(), from = field("from"), to = field("to");
  const quads = all("#filter input[type=checkbox]").filter((box) => box.checked).map((box) => box.value);
  const named = nodes.map((node) => node.querySelector("title").textContent.toLowerCase().includes(name));
  const linked = new Set();
  let shown = 0;
  edges.forEach((edge, i) => {
    const s = Number(edge.dataset.s), t = Number(edge.dataset.t);
    const visible = (!edge.dataset.q || quads.includes(edge.dataset.q))
      && (!from || !edge.dataset.to || edge.dataset.to >= from)
      && (!to || !edge.dataset.from || edge.dataset.from <= to)
      && (!name || named[s] || named[t]);
    edge.classList.toggle("gone", !visible);
    edge.classList.toggle("faint", chosen !== null && s !== chosen && t !== chosen);
    const listed = visible && (chosen === null || s === chosen || t === chosen);
    rows[i].classList.toggle("gone", !listed);
    if (listed) {
      shown++;
      linked.add(s).add(t);
    }
  });
  nodes.forEach((node, i) => node.classList.toggle("faint", !linked.has(i) && i !== chosen));
  count.textContent = shown + " of " + edges.length + " edges";
}

function choose(i) {
  chosen = chosen === i ? null : i;
  draw();
}

nodes.forEach((node, i) => {
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "button");
  node.addEventListener("click", () => choose(i));
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(i);
    }
  });
});
form.addEventListener("input", draw);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  chosen = null;
  setTimeout(draw, 0);
});
draw();
