import type { Command } from "commander";
import { bashCompletion, fishCompletion, zshCompletion } from "../completion.js";
import { oneOf } from "../options.js";
import { print } from "../output.js";

const shells = ["bash", "zsh", "fish"] as const;

/** `lockstep completion SHELL`: a script that the shell reads. */
export async function runCompletion(program: Command, asked: string): Promise<number> {
  const shell = oneOf("completion", asked, shells);
  const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };
  print(scripts[shell](program));
  return 0;
}
