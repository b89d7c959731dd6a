import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dataOf } from "../../src/engine/config/data.js";
import { fit } from "../../src/engine/config/fit.js";
import { formats } from "../../src/engine/config/formats.js";
import { configurationSchema } from "../../src/engine/config/schema.js";
import { declarations } from "./declarations.js";

const schema = configurationSchema(declarations);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, (text: string) => check(text) === undefined);
const validate = ajv.compile(schema);

test("the schema is one, describes every rule with its options and defaults, and holds no rule that is not declared", () => {
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(Object.keys(schema.$defs?.rules?.properties ?? {})).toEqual(declarations.map(({ id }) => id));
  expect(schema.$defs?.rules?.properties?.["decision-stalled"]).toEqual({
    description: "A decision open longer than the limit.",
    default: "warning",
    anyOf: [
      { $ref: "#/$defs/severity" },
      {
        type: "object",
        additionalProperties: false,
        properties: {
          severity: { $ref: "#/$defs/severity" },
          days: { type: "integer", default: 14, minimum: 1, description: "Days that a decision may stay open." },
        },
      },
    ],
  });
});

test("checking agrees with a general validator on what fits, and what is left of a misfit fits", () => {
  const word = fc.constantFrom(
    "product",
    "P0",
    "off",
    "warning",
    "warnign",
    "a/**",
    "../a",
    "{a",
    "dmy",
    "roadmap",
    "x.json",
    "",
  );
  const scalar = fc.oneof(word, fc.boolean(), fc.constantFrom(0, 1, 2, 0.5, 12, 13, -1, 1e300));
  const key = fc.constantFrom(
    ...[
      "root",
      "domains",
      "documents",
      "priorities",
      "scale",
      "same",
      "fiscalYearStart",
      "dateOrder",
      "rules",
      "overrides",
      "baseline",
    ],
    ...[
      "files",
      "planning",
      "kind",
      "domain",
      "aliases",
      "leads",
      "members",
      "severity",
      "days",
      "share",
      "strict",
      "other",
    ],
    ...declarations.map(({ id }) => id),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "medium" },
      { arbitrary: scalar, weight: 3 },
      { arbitrary: fc.array(tie("value"), { maxLength: 3 }), weight: 1 },
      { arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 4 }), weight: 2 },
    ),
  }));
  const rules = fc.dictionary(fc.constantFrom(...declarations.map(({ id }) => id)), value, { maxKeys: 2 });
  const configuration = fc.record(
    {
      root: scalar,
      dateOrder: word,
      fiscalYearStart: scalar,
      baseline: word,
      rules,
      overrides: fc.array(
        fc.record({ files: fc.oneof(word, fc.array(word, { maxLength: 2 })), rules }, { requiredKeys: ["files"] }),
        { maxLength: 2 },
      ),
      documents: fc.array(
        fc.record({ files: word, kind: word, planning: scalar, domain: word }, { requiredKeys: [] }),
        { maxLength: 2 },
      ),
      priorities: fc.record({
        scale: fc.array(scalar, { maxLength: 2 }),
        same: fc.array(fc.array(scalar, { maxLength: 3 }), { maxLength: 2 }),
      }),
      domains: fc.dictionary(word, value, { maxKeys: 2 }),
    },
    { requiredKeys: [] },
  );
  let fitting = 0;
  fc.assert(
    fc.property(fc.oneof(configuration, fc.dictionary(key, value, { maxKeys: 3 }), value), (data) => {
      const result = fit(dataOf(data), schema, formats);
      const fits = validate(data);
      if (fits) fitting += 1;
      expect(result.problems.length === 0).toBe(fits);
      if (result.value !== undefined)
        expect(validate(plain(result.value)), JSON.stringify(plain(result.value))).toBe(true);
    }),
    { numRuns: 1500 },
  );
  expect(fitting).toBeGreaterThan(50);
});

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
  return Array.isArray(value) ? value.map(plain) : value;
}
