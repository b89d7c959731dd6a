import manifest from "../../package.json" with { type: "json" };

/** Put in by scripts/build.mjs, so that the bundles need not hold the manifest, which is long. */
declare const LOCKSTEP_VERSION: string | undefined;

/** The product's version, from its manifest. */
export const version: string = typeof LOCKSTEP_VERSION === "string" ? LOCKSTEP_VERSION : manifest.version;
