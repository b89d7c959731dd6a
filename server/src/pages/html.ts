/** A piece of HTML that is safe to put into a page: made by `element`, or text that was escaped. */
export class Html {
  constructor(readonly source: string) {}
}

export type Child = Html | string | number | null | undefined | readonly Child[];

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const voidElements: ReadonlySet<string> = new Set(["br", "input", "link", "meta", "wbr"]);

/**
 * An element. Strings among its children are text, whatever they hold; attributes that are null, undefined or false are left out, those that are
 * true have no value. Names of elements and attributes are the program's, never a document's.
 */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Html {
  const opened = `<${name}${attributesOf(attributes)}>`;
  return new Html(voidElements.has(name) ? opened : `${opened}${sourceOf(children)}</${name}>`);
}

/** Children without an element around them. */
export function fragment(...children: readonly Child[]): Html {
  return new Html(sourceOf(children));
}

function sourceOf(child: Child): string {
  if (child === null || child === undefined) return "";
  if (child instanceof Html) return child.source;
  if (typeof child === "object") return child.map(sourceOf).join("");
  return escapeHtml(String(child));
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === null || value === undefined || value === false) return "";
      return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
    })
    .join("");
}

/** Text as text, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
