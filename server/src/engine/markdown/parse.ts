import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();

/** Parses Markdown with GitHub's extensions and YAML front matter. Never throws on any text. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
