// What the benchmarks use of the engine, bundled by them.
export { MarkdownDocument } from "../server/src/engine/markdown/document.ts";
export { LockstepService } from "../server/src/engine/service/service.ts";
