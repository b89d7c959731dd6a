import { version } from "./version.js";

/** Put in by scripts/build.mjs: a hash of the sources and what they are bundled with. */
declare const LOCKSTEP_BUILD: string | undefined;

/** Names this very build, so that nothing kept by one is taken for the work of another. */
export const build: string = typeof LOCKSTEP_BUILD === "string" ? LOCKSTEP_BUILD : `${version}-unbundled`;
