// Draws docs/images/icon.png: two stairs that rise side by side, step for step.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { repositoryRoot } from "./vscode/paths.mjs";

const size = 256;
const samples = 4; // in each direction, for smooth edges
const colours = { ground: [22, 36, 61], first: [94, 214, 178], second: [255, 184, 92] };

// In units of the icon's width: corner of the ground, and each stair as joined strokes.
const radius = 0.2;
const halfStroke = 0.045;
const stairs = [
  {
    colour: "first",
    points: [
      [0.17, 0.8],
      [0.17, 0.61],
      [0.36, 0.61],
      [0.36, 0.42],
      [0.55, 0.42],
      [0.55, 0.23],
      [0.74, 0.23],
    ],
  },
  {
    colour: "second",
    points: [
      [0.31, 0.8],
      [0.5, 0.8],
      [0.5, 0.61],
      [0.69, 0.61],
      [0.69, 0.42],
      [0.83, 0.42],
    ],
  },
];

const rows = Buffer.alloc(size * (1 + size * 4));
for (let y = 0; y < size; y += 1) {
  for (let x = 0; x < size; x += 1) rows.set(pixel(x, y), y * (1 + size * 4) + 1 + x * 4);
}
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, RGBA
await writeFile(
  join(repositoryRoot, "docs", "images", "icon.png"),
  Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]),
);

/** Mean of the colours at points spread over a pixel; outside of the ground it is transparent. */
function pixel(x, y) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < samples * samples; i += 1) {
    const u = (x + ((i % samples) + 0.5) / samples) / size;
    const v = (y + (Math.floor(i / samples) + 0.5) / samples) / size;
    const colour = colourAt(u, v);
    if (!colour) continue;
    covered += 1;
    for (let channel = 0; channel < 3; channel += 1) sum[channel] += colour[channel];
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / covered)), Math.round((255 * covered) / samples ** 2)];
}

function colourAt(u, v) {
  const inX = Math.max(Math.abs(u - 0.5) - (0.5 - radius), 0);
  const inY = Math.max(Math.abs(v - 0.5) - (0.5 - radius), 0);
  if (Math.hypot(inX, inY) > radius) return undefined;
  const stair = stairs.find(({ points }) =>
    points.some((point, index) => index > 0 && distance(u, v, points[index - 1], point) <= halfStroke),
  );
  return colours[stair?.colour ?? "ground"];
}

/** Distance of a point from a stroke's middle line. */
function distance(u, v, [ax, ay], [bx, by]) {
  const along = ((u - ax) * (bx - ax) + (v - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(u - ax - t * (bx - ax), v - ay - t * (by - ay));
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
