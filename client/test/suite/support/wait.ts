/** How long a person's machine under load may take for what is normally done at once. */
const patience = 30_000;
const pause = 50;

/**
 * Asks again and again until the answer is there.
 *
 * @param what names the awaited thing, for the error
 * @param ask gives undefined or false while it is not there yet
 * @returns the first other answer
 * @throws Error naming `what` when the patience of 30 s is over
 */
export async function waitFor<Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
): Promise<Exclude<Answer, undefined | false>> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<Answer, undefined | false>;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`Waited ${patience / 1000} s in vain for ${what}`);
}
