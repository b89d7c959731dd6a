import type { Field } from "../../model/facts.js";

/** Words over a column, or before a colon, for what came back from those who were asked. */
const answerName =
  /^\W*(?:(?:input )?(?:received|heard|answered|replied|given|came(?: back)?|arrived|got it)(?: (?:on|at))?|(?:answer|reply|response)(?: (?:on|received|given))?)\W*$/i;

/** Whether a header or label names what came back from those who were asked: "Answer", "Heard on". */
export function namesAnswer(text: string): boolean {
  return answerName.test(text);
}

/** Whether a field says what came back of an input, or when, rather than whom it is asked of. */
export function isAnswerField({ name, key }: Field): boolean {
  return (
    namesAnswer(key) || ((name === "input" || name === "inputFrom") && /\b(?:heard|received|answered)\b/i.test(key))
  );
}
