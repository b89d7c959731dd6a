// What the benchmarks use of the engine, bundled by them.
export { ReadingContexts } from "../server/src/engine/index/reading-contexts.ts";
export { MarkdownDocument } from "../server/src/engine/markdown/document.ts";
export { readUnits } from "../server/src/engine/reading/units.ts";
export { LockstepService } from "../server/src/engine/service/service.ts";
export { DocumentReader } from "../server/src/engine/understand/reader.ts";
