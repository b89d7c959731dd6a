import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFacts, readFixture } from "./fixture.js";

const folder = fileURLToPath(new URL("./", import.meta.url));

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort()) {
  describe(file, () => {
    for (const fixture of readFixture(readFileSync(`${folder}${file}`, "utf8"))) {
      it(fixture.name, () => {
        expect(readFacts(fixture)).toEqual(fixture.expected);
      });
    }
  });
}
