import type { AttentionRun } from "./attention.js";

/** What the text of a paragraph is made of, in the order of the text. */
export type Token =
  | { readonly kind: "text"; readonly from: number; readonly to: number }
  | { readonly kind: "break"; readonly from: number }
  | { readonly kind: "code"; readonly from: number; readonly to: number; readonly ticks: number }
  | { readonly kind: "html" }
  /** `<br>`. */
  | { readonly kind: "line"; readonly from: number }
  | { readonly kind: "autolink"; readonly from: number; readonly to: number }
  | { readonly kind: "attention"; readonly run: AttentionRun }
  | {
      readonly kind: "bracket";
      role: "text" | "open" | "close" | "image" | "imageReference";
      /** Undefined where a definition tells it. */
      url: string | undefined;
      /** Whether it stands before a link, and so can begin none around it. */
      inactive: boolean;
      readonly from: number;
      readonly to: number;
    };
