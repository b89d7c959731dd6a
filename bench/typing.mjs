// Typing into an open document, one character at a time, as a person would at a few places.
import { sleep } from "./statistics.mjs";

const word = "quantx";

/** An open document and the edits to it, in the positions of LSP. */
export class OpenDocument {
  #lines;
  #places;
  #typed = 0;
  version = 1;

  constructor(client, uri, text) {
    this.client = client;
    this.uri = uri;
    this.text = text;
    this.#lines = text.split("\n");
    const plain = this.#lines.flatMap((line, index) => (/^[A-Za-z][^|<>[\]`*_]{30,}$/.test(line) ? [index] : []));
    this.#places = [0.02, 0.25, 0.5, 0.75, 0.98].map((share) => plain[Math.floor(plain.length * share)]);
  }

  /** Opens it, and waits for the first diagnostics. */
  async open() {
    const first = this.client.diagnostics(this.uri);
    const textDocument = { uri: this.uri, languageId: "markdown", version: this.version, text: this.text };
    this.client.notify("textDocument/didOpen", { textDocument });
    return first;
  }

  /** A line of prose, in the middle. */
  get place() {
    return { line: this.#places[2], character: 3 };
  }

  /** Types the next character, or takes it back; gives when it was sent. Six of either, then at the next place. */
  type() {
    const line = this.#places[Math.floor(this.#typed / (2 * word.length)) % this.#places.length];
    const step = this.#typed % (2 * word.length);
    this.#typed += 1;
    const back = step >= word.length;
    const character = 12 + (back ? 2 * word.length - 1 - step : step);
    return this.change(line, character, back ? 1 : 0, back ? "" : word[step]);
  }

  change(line, character, removed, text) {
    this.version += 1;
    const before = this.#lines[line];
    this.#lines[line] = before.slice(0, character) + text + before.slice(character + removed);
    const range = { start: { line, character }, end: { line, character: character + removed } };
    const change = this.client.wantsWholeTexts
      ? { text: this.#lines.join("\n") }
      : { range, rangeLength: removed, text };
    const sent = performance.now();
    this.client.notify("textDocument/didChange", {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [change],
    });
    return sent;
  }
}

/** Milliseconds between an answer and the next character. */
const pause = 20;

/** Types `count` characters, each after the answer to the last; milliseconds to each answer. The first `warm` are not counted. */
export async function typeAndWait(document, count, warm = 30) {
  const latencies = [];
  for (let index = 0; index < warm + count; index += 1) {
    const answered = document.client.diagnostics(document.uri, document.version + 1);
    const sent = document.type();
    const { at } = await answered;
    if (index >= warm) latencies.push(at - sent);
    await sleep(pause);
  }
  return latencies;
}

/** Types a character each `interval` milliseconds, answered or not; milliseconds until diagnostics of that text, or of a later one. */
export async function holdKey(document, count, interval) {
  const answers = [];
  document.client.onDiagnostics(({ uri, version }, at) => {
    if (uri === document.uri) answers.push({ version, at });
  });
  const sent = [];
  for (let index = 0; index < count; index += 1) {
    sent.push({ at: document.type(), version: document.version });
    await sleep(interval - (performance.now() - sent.at(-1).at));
  }
  const last = document.version;
  const end = performance.now() + 60_000;
  while (!answers.some(({ version, at }) => answersTo(sent.at(-1), version ?? last, at)) && performance.now() < end)
    await sleep(interval);
  return sent.flatMap((edit) => {
    const answer = answers.find(({ version, at }) => answersTo(edit, version ?? edit.version, at));
    return answer ? [answer.at - edit.at] : [];
  });
}

function answersTo(edit, version, at) {
  return at > edit.at && version >= edit.version;
}
