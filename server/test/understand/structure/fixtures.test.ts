import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { comparable, found, readFixture, written } from "./fixture.js";

const folder = join(import.meta.dirname, "fixtures");

describe("what a document states", () => {
  for (const name of readdirSync(folder).sort()) {
    test(name.replace(/\.md$/, "").replaceAll("-", " "), () => {
      const fixture = readFixture(join(folder, name));
      expect(comparable(found(fixture), fixture.expected)).toEqual(written(fixture.expected));
    });
  }
});
