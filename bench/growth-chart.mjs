#!/usr/bin/env node
// Draws the row `growth` as docs/images/growth.svg:
//   npm run bench -- --only growth --runs 3 --json out/growth.json && node bench/growth-chart.mjs out/growth.json docs/images/growth.svg
import { readFileSync, writeFileSync } from "node:fs";
import { median } from "./statistics.mjs";

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error("node bench/growth-chart.mjs FIGURES.json CHART.svg");

const { results, machine } = JSON.parse(readFileSync(from, "utf8"));
const { runs } = results.growth;
const panel = { width: 360, height: 220, left: 64, top: 48 };

/** Megabytes and seconds of one series, the median of all runs at each size. */
function pointsOf(name) {
  return runs[0].points[name].map(({ bytes }, index) => ({
    x: bytes / 1e6,
    y: median(runs.map((run) => run.points[name][index].seconds)),
  }));
}

/** A round step that parts `most` into four to nine. */
function stepFor(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return [0.1, 0.2, 0.5, 1, 2].map((part) => part * power).find((step) => most / step <= 9);
}

function ticks(most) {
  const step = stepFor(most);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

function drawn(title, points, at) {
  const last = points.at(-1);
  const most = { x: last.x * 1.05, y: Math.max(...points.map(({ y }) => y)) * 1.1 };
  const x = (value) => (at + panel.left + (value / most.x) * panel.width).toFixed(1);
  const y = (value) => (panel.top + panel.height - (value / most.y) * panel.height).toFixed(1);
  const line = points.map((point) => `${x(point.x)},${y(point.y)}`).join(" ");
  return [
    `<text x="${x(0)}" y="${panel.top - 18}" class="title">${title}</text>`,
    ...ticks(most.y).map(
      (value) =>
        `<path class="grid" d="M${x(0)} ${y(value)}H${x(most.x)}"/><text x="${Number(x(0)) - 8}" y="${Number(y(value)) + 4}" text-anchor="end">${value} s</text>`,
    ),
    ...ticks(most.x).map(
      (value) => `<text x="${x(value)}" y="${panel.top + panel.height + 18}" text-anchor="middle">${value} MB</text>`,
    ),
    `<path class="linear" d="M${x(0)} ${y(0)}L${x(last.x)} ${y(last.y)}"/>`,
    `<polyline points="${line}"/>`,
    ...points.map((point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3.5"/>`),
  ].join("\n");
}

const second = panel.left + panel.width + 36;
const width = 2 * second + 8;
writeFileSync(
  to,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${panel.top + panel.height + 52}" font-family="system-ui, sans-serif" font-size="12">
<title>Time to read and check, by size</title>
<style>rect{fill:#fff}text{fill:#333}.title{font-size:14px;font-weight:600}.grid{stroke:#e4e4e4}.linear{stroke:#b5b5b5;stroke-dasharray:5 4}polyline{fill:none;stroke:#1f6feb;stroke-width:2}circle{fill:#1f6feb}</style>
<rect width="100%" height="100%"/>
${drawn("One document", pointsOf("document"), 0)}
${drawn("A workspace", pointsOf("workspace"), second)}
<text x="${panel.left}" y="${panel.top + panel.height + 42}">Medians of ${runs.length} runs, one core of ${machine.cores}, Node ${machine.node}. Dashed: in proportion to the size.</text>
</svg>
`,
);
