import { usageOf } from "./processes.mjs";
import { sleep } from "./statistics.mjs";

/** Milliseconds of CPU time in half a second that count as rest. */
const restless = 20;

/** Waits until a server says that it is done with long work, and has used hardly any CPU time for a second and a half. */
export async function settled(client, most = 600_000) {
  const end = performance.now() + most;
  let before = usageOf(client.pid)?.cpu ?? 0;
  for (let still = 0; still < 3 && performance.now() < end; ) {
    await sleep(500);
    const now = usageOf(client.pid)?.cpu ?? 0;
    still = client.busy || now - before > restless ? 0 : still + 1;
    before = now;
  }
}
