import type { FittingMap } from "../config/fit.js";
import type { JsonSchema } from "../config/json-schema.js";
import type { LockstepService } from "../service/service.js";

/** What a tool works on. Paths given to people and models are the client's; the service's own may have another root. */
export interface ToolContext {
  readonly service: LockstepService;
  /** Names a document of the service for the outside. */
  pathOf(path: string): string;
  /** The service's name for a path from the outside; undefined for one that lies above all documents. */
  pathIn(path: string): string | undefined;
  /** Whether documents are still being read, so that an answer may lack some. */
  readonly indexing: boolean;
}

/** A tool as the manifest and the protocol of tools declare it. */
export interface ToolDeclaration {
  readonly name: string;
  /** For people, in few words. */
  readonly title: string;
  /** For people: what it does, in a sentence. */
  readonly summary: string;
  /** For models: what it gives, when to use it, what its answer means. */
  readonly description: string;
  /** Name by which a person refers to it in a prompt. */
  readonly reference: string;
  /** Of an object without other properties. */
  readonly input: JsonSchema;
}

export interface Tool extends ToolDeclaration {
  /** The answer as plain data, for JSON. Input has been checked and holds what fits. Throws `ToolProblem` for what only the documents can tell. */
  run(input: FittingMap, context: ToolContext): object;
}

/** Why a tool has no answer, in words from which the caller can correct itself. */
export class ToolProblem extends Error {}

const mostEntries = 200;
const usualEntries = 50;

/** The property of all tools that list something. */
export const limitProperty: Readonly<Record<"limit", JsonSchema>> = {
  limit: {
    type: "integer",
    minimum: 1,
    maximum: mostEntries,
    default: usualEntries,
    description: "How many entries to give at most; `total` in the answer says how many there are.",
  },
};

/** The property of all tools that can be narrowed to a part of the workspace. */
export const pathProperty: Readonly<Record<"path", JsonSchema>> = {
  path: {
    type: "string",
    minLength: 1,
    description: "Only what stands in this document, or below this folder: a path relative to the workspace, with `/`.",
  },
};

/** Whether a document lies at or below the path that the input names; so does every one where it names none. */
export function pathFilter(input: FittingMap): (path: string) => boolean {
  const wanted = textIn(input, "path")
    ?.replace(/^(?:\.?\/)+/, "")
    .replace(/\/+$/, "");
  if (wanted === undefined || wanted === "" || wanted === ".") return () => true;
  return (path) => path === wanted || path.startsWith(`${wanted}/`);
}

/** The first entries, as many as the input allows, and how many there are. */
export function listed<Entry>(all: readonly Entry[], input: FittingMap): { total: number; entries: readonly Entry[] } {
  return { total: all.length, entries: all.slice(0, numberIn(input, "limit") ?? usualEntries) };
}

export function textIn(input: FittingMap, name: string): string | undefined {
  const value = input.get(name);
  return typeof value === "string" ? value : undefined;
}

export function numberIn(input: FittingMap, name: string): number | undefined {
  const value = input.get(name);
  return typeof value === "number" ? value : undefined;
}

export function isSet(input: FittingMap, name: string): boolean {
  return input.get(name) === true;
}
