import pc from "picocolors";
import stringWidth from "string-width";
import { createSupportsHyperlinks } from "supports-hyperlinks";

export type Paint = (text: string) => string;

/** How text may be shown: colours and links where somebody looks at a terminal that knows them, plain text everywhere else. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly cyan: Paint;
  readonly green: Paint;
  /** Text that leads to an address, where the terminal knows links (OSC 8). */
  link(text: string, address: string): string;
  /** Columns to fill; undefined where nobody looks. */
  readonly columns: number | undefined;
}

const same: Paint = (text) => text;

export const plainStyle: Style = {
  bold: same,
  dim: same,
  underline: same,
  red: same,
  yellow: same,
  blue: same,
  cyan: same,
  green: same,
  link: same,
  columns: undefined,
};

/** The style for a stream. `NO_COLOR`, `FORCE_COLOR` and `FORCE_HYPERLINK` are obeyed; `colour` is what the command line says. */
export function styleFor(stream: NodeJS.WriteStream, colour?: boolean): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  const wanted = colour ?? ((NO_COLOR ?? "") === "" && (forced || (stream.isTTY === true && TERM !== "dumb")));
  const links = createSupportsHyperlinks(stream);
  const colours = pc.createColors(wanted);
  return {
    bold: colours.bold,
    dim: colours.dim,
    underline: colours.underline,
    red: colours.red,
    yellow: colours.yellow,
    blue: colours.blue,
    cyan: colours.cyan,
    green: colours.green,
    link: links ? (text, address) => `\u001b]8;;${encodeURI(address)}\u0007${text}\u001b]8;;\u0007` : same,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const control = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text of a document for a terminal: no control character of it reaches the terminal, nor turns the direction of what follows. */
export function harmless(text: string): string {
  return text.replace(/\t/g, " ").replace(control, "\ufffd");
}

/** How many columns a text takes: wide characters take two, combining ones none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Breaks a text at spaces into lines of at most so many columns. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
