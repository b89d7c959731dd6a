import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: the form that vitest asks for
export default defineConfig({
  test: {
    include: ["server/test/**/*.test.ts", "client/test/unit/**/*.test.ts"],
    testTimeout: 180_000,
    // Vitest leaves one core free, which on a machine of two is half of them.
    maxWorkers: availableParallelism(),
  },
});
