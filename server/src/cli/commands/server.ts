import { UseError } from "../use-error.js";

/** `lockstep server --stdio`: the language server, until its client ends it. It takes over the connection that the arguments name. */
export async function runServer(options: { readonly stdio: boolean }): Promise<number | undefined> {
  if (!options.stdio)
    throw new UseError("server needs --stdio: it speaks the language server protocol on standard input and output");
  await import("../../server/node/main.js");
  return undefined;
}
