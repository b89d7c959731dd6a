import { expect, it } from "vitest";
import { fieldWords } from "../../../src/engine/understand/field-words.js";

it("no word names two fields: the one listed last would take it from the other", () => {
  const fieldsByWord = new Map<string, Set<string>>();
  for (const [word, field] of fieldWords) fieldsByWord.set(word, (fieldsByWord.get(word) ?? new Set()).add(field));
  const claimed = [...fieldsByWord].filter(([, fields]) => fields.size > 1);
  expect(claimed.map(([word, fields]) => `${word}: ${[...fields].join(", ")}`)).toEqual([]);
});
