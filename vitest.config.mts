import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * Vitest has Node load the development builds of packages that have one. micromark's stops by an assertion where the other goes on, and the
 * bundles hold the other: what is tested is what is shipped.
 */
const packagesAsShipped = {
  name: "packages-as-shipped",
  configResolved: ({ ssr }: { ssr: { resolve?: { conditions?: string[] } } }): void => {
    if (ssr.resolve) ssr.resolve.conditions = ssr.resolve.conditions?.filter((one) => !one.startsWith("development"));
  },
};

// biome-ignore lint/style/noDefaultExport: the form that vitest asks for
export default defineConfig({
  plugins: [packagesAsShipped],
  test: {
    include: ["server/test/**/*.test.ts", "client/test/unit/**/*.test.ts"],
    globalSetup: "server/test/support/temporary-folder.ts",
    testTimeout: 180_000,
    // The engine keeps no state between documents, so files share its modules: loading them anew for each takes a sixth of the time.
    isolate: false,
    // Vitest leaves one core free, which on a machine of two is half of them.
    maxWorkers: availableParallelism(),
  },
});
