import { Command, CommanderError } from "commander";
import { version } from "../version.js";

/** The command line. Each command's work is loaded when it is called, so that `--version` and `--help` answer at once. */
async function main(args: readonly string[]): Promise<number> {
  const program = new Command("lockstep")
    .description("Keeps a repository of planning documents in lockstep: decisions, disagreements, priorities, plans.")
    .version(version, "--version")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "lockstep: ")) });
  let status = 0;

  program
    .command("check")
    .description("report what is wrong in planning documents")
    .argument("[path...]", "files, folders and globs; the working directory where none is given")
    .option("--format <format>", "pretty or json", "pretty")
    .option("--today <date>", "the date to check by, YYYY-MM-DD (default: today)")
    .option("--all", "treat every Markdown file as a planning document", false)
    .option(
      "--fail-on <severity>",
      "lowest severity that makes the exit status 1: hint, information, warning, error",
      "warning",
    )
    .action(async (paths: string[], options) => {
      const { runCheck } = await import("./check.js");
      status = await runCheck(paths, options);
    });

  program
    .command("model")
    .description("print what is understood of planning documents, before any rule")
    .argument("[path...]", "files, folders and globs; the working directory where none is given")
    .option("--format <format>", "pretty or json", "pretty")
    .option("--today <date>", "the date to read by, YYYY-MM-DD (default: today)")
    .option("--all", "treat every Markdown file as a planning document", false)
    .option("--explain", "say which evidence made each passage what it is", false)
    .action(async (paths: string[], options) => {
      const { runModel } = await import("./model.js");
      status = await runModel(paths, options);
    });

  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { UseError } = await import("./use-error.js");
    if (!(error instanceof UseError)) throw error;
    process.stderr.write(`lockstep: ${error.message}\n`);
    return 2;
  }
  return status;
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
