// What VS Code says about itself during a run, cut down to what may explain a failure.

/** What the workbench tells about every run, in the stream that the tests also log to. */
const talk =
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|\[(reconnection|AgentHost|AccountPolicy))/;

/** What goes wrong in every run, because nothing is compiled for this VS Code and it is kept off the network. */
const expected = [
  /MODULE_NOT_FOUND|@vscode\/(spdlog|native-watchdog|deviceid)|vsda/,
  /ERR_NAME_NOT_RESOLVED|open-vsx\.org|'github' to register|Canceled/,
  /Service Worker|HTTP response code \(404\)|status of 404/,
];

const innerFrame = /^\s+at .*(workbench\.js|node:internal|extensionHostProcess\.js|<anonymous>)/;
const mostTroubles = 30;

/** Whether a logged line is the workbench's own, not the tests'. */
export function isWorkbenchTalk(line) {
  return talk.test(line);
}

/**
 * Prints what may explain why a run failed.
 *
 * @param {string[]} troubles errors from the page
 * @param {string} serverLog everything that the server printed
 */
export function printTroubles(troubles, serverLog) {
  const fromServer = serverLog.split("\n").filter((line) => /\b(error|crash)/i.test(line));
  const counts = new Map();
  for (const trouble of [...troubles, ...fromServer]) {
    if (expected.some((pattern) => pattern.test(trouble))) continue;
    const told = trouble
      .replace(/^%c +ERR color: \S+ /, "")
      .split("\n")
      .filter((line) => !innerFrame.test(line))
      .join("\n  ");
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  console.error("\nWhat VS Code reported:");
  for (const [trouble, count] of [...counts].slice(0, mostTroubles)) {
    console.error(`  ${trouble}${count > 1 ? ` (${count} times)` : ""}`);
  }
  if (counts.size > mostTroubles) console.error(`  and ${counts.size - mostTroubles} more`);
}
