import { Argument, Command, CommanderError, Option } from "commander";
import { version } from "../version.js";
import { flushed, guardOutput, say } from "./output.js";
import { UseError } from "./use-error.js";

const formats = ["pretty", "json", "sarif", "github", "junit", "markdown"];

/** Runs one command line and gives its exit status: 0, 1 where a check fails, 2 for bad use; undefined for what ends itself. */
export async function run(args: readonly string[]): Promise<number | undefined> {
  guardOutput();
  let status: number | undefined = 0;
  const program = programOf((result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    status = statusOf(error);
  }
  const failure = await flushed();
  if (failure === undefined) return status;
  say(`the output cannot be written: ${failure}`);
  return 2;
}

function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UseError) {
    say(error.message);
    return 2;
  }
  if (process.env.LOCKSTEP_DEBUG) throw error;
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  say(`a mistake of Lockstep's own: ${message}; LOCKSTEP_DEBUG=1 shows where, please report it`);
  return 2;
}

type Done = (status: number | undefined) => void;

/** The commands and their options. Each command's work is loaded when it is called, so that `--help` answers at once. */
function programOf(done: Done): Command {
  const program = new Command("lockstep")
    .description("Keeps a repository of planning documents in lockstep: decisions, disagreements, priorities, plans.")
    .version(version, "--version", "print the version")
    .helpOption("--help", "say how to use it")
    .helpCommand("help [command]", "say how to use a command")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .addHelpText(
      "after",
      examples("lockstep check", "lockstep check --format json docs/", "lockstep explain shadow-plan"),
    );
  addCheck(program, done);
  addReading(program, done);
  addViews(program, done);
  addOthers(program, done);
  return program;
}

function addCheck(program: Command, done: Done): void {
  const collect = (value: string, values: string[]): string[] => [...values, value];
  reading(program.command("check"), "report what is wrong in planning documents")
    .addOption(new Option("--format <format>", "what to print").choices(formats).default("pretty"))
    .option("--output <format=file>", "also write that format to a file; may be given several times", collect, [])
    .addOption(
      new Option("--fail-on <severity>", "lowest severity that makes the exit status 1")
        .choices(["hint", "information", "warning", "error"])
        .default("warning"),
    )
    .option("--max-warnings <number>", "warnings make the exit status 1 only where there are more than this")
    .option("--quiet", "print only what makes the exit status 1", false)
    .option("--fix", "mend what can be mended without a person's words, and report the rest", false)
    .option("--fix-dry-run", "print what --fix would change, as a diff", false)
    .option("--stdin", "check the text on standard input, among the documents of the folder", false)
    .option("--stdin-filename <file>", "the document that standard input stands for")
    .option("--since <ref>", "report only what the change since a commit, branch or tag caused or touched")
    .option("--staged", "report only what the staged change caused or touched", false)
    .option("--write-baseline", "accept all present findings, so that only new ones are reported", false)
    .option("--watch", "check again whenever something changes", false)
    .option("--color", "use colours even where nobody looks")
    .option("--no-color", "use no colours; so does NO_COLOR=1")
    .addHelpText(
      "after",
      examples(
        "lockstep check",
        "lockstep check plans/ 'teams/*/roadmap.md'",
        "lockstep check --since origin/main --format markdown",
        "lockstep check --format github --output sarif=lockstep.sarif --fail-on error",
        "lockstep check --stdin --stdin-filename plans/roadmap.md < draft.md",
        "lockstep check --fix-dry-run | git apply",
      ),
    )
    .action(async (paths: string[], options) => {
      const { runCheck } = await import("./commands/check.js");
      done(await runCheck(paths, options));
    });
}

function addReading(program: Command, done: Done): void {
  reading(program.command("model"), "print what is understood of planning documents, before any rule")
    .addOption(new Option("--format <format>", "what to print").choices(["pretty", "json"]).default("pretty"))
    .option("--explain", "say which evidence made each passage what it is", false)
    .addHelpText(
      "after",
      examples("lockstep model notes/", "lockstep model --explain plans/roadmap.md", "lockstep model --format json"),
    )
    .action(async (paths: string[], options) => {
      const { runModel } = await import("./commands/model.js");
      done(await runModel(paths, options));
    });
  named(program.command("init"), "read a repository and write a configuration with the domains and people found")
    .argument("[folder]", "the repository's root; the working directory where none is given")
    .option("--yes", "ask nothing", false)
    .option("--dry-run", "print the configuration, write nothing", false)
    .addHelpText("after", examples("lockstep init", "lockstep init --dry-run", "lockstep init --yes ../plans"))
    .action(async (folder: string | undefined, options) => {
      const { runInit } = await import("./commands/init.js");
      done(await runInit(folder, options));
    });
  named(program.command("config"), "print the settings in force for a document, and where each comes from")
    .option("--effective <file>", "the document, whether or not it is there yet")
    .addOption(new Option("--format <format>", "what to print").choices(["pretty", "json"]).default("pretty"))
    .addHelpText("after", examples("lockstep config --effective plans/roadmap.md"))
    .action(async (options) => {
      const { runConfig } = await import("./commands/config.js");
      done(await runConfig(options));
    });
}

/** What leaders read: the board, the agenda, the report. */
function addViews(program: Command, done: Done): void {
  reading(program.command("board"), "put the priority lists of all plans side by side, with what differs")
    .option("--html <file>", "write it to a file that any browser shows, without a network")
    .addOption(
      new Option("--format <format>", "what to print (default: markdown, or nothing with --html)").choices([
        "markdown",
        "json",
      ]),
    )
    .addHelpText(
      "after",
      examples(
        "lockstep board",
        "lockstep board --html board.html",
        "lockstep board --format json product/ engineering/",
      ),
    )
    .action(async (paths: string[], options) => {
      const { runBoard } = await import("./commands/board.js");
      done(await runBoard(paths, options));
    });
  readingOptions(
    named(program.command("agenda"), "write the agenda of a one-on-one: what is open between two leads")
      .argument("[name...]", "two people, handles or domains; the first two leads where none are given")
      .option("--write", "put it where the notes of one-on-ones are kept", false)
      .option("--date <date>", "the day of the meeting, YYYY-MM-DD (default: today)")
      .option("--in <folder>", "where the documents are", "."),
  )
    .addHelpText(
      "after",
      examples(
        "lockstep agenda",
        "lockstep agenda Priya Amelia",
        "lockstep agenda product engineering --date 2026-06-16 --write",
      ),
    )
    .action(async (names: string[], options) => {
      const { runAgenda } = await import("./commands/agenda.js");
      done(await runAgenda(names, options));
    });
  reading(program.command("report"), "print the alignment report: figures for each rule and domain, what is oldest")
    .option("--output <file>", "write it to a file; its links count from there")
    .addHelpText("after", examples("lockstep report", "lockstep report --output leads/alignment.md"))
    .action(async (paths: string[], options) => {
      const { runReport } = await import("./commands/report.js");
      done(await runReport(paths, options));
    });
}

function addOthers(program: Command, done: Done): void {
  named(program.command("explain"), "print a rule's page: what it reports, why it matters, an example, a better one")
    .argument("<rule>", "a rule's id")
    .addHelpText("after", examples("lockstep explain decision-without-domain"))
    .action(async (rule: string) => {
      const { runExplain } = await import("./commands/explain.js");
      done(await runExplain(rule));
    });
  named(program.command("rules"), "list all rules with their severities")
    .addOption(new Option("--format <format>", "what to print").choices(["pretty", "json"]).default("pretty"))
    .addHelpText("after", examples("lockstep rules", "lockstep rules --format json"))
    .action(async (options) => {
      const { runRules } = await import("./commands/rules.js");
      done(await runRules(options));
    });
  named(program.command("server"), "serve an editor: the language server protocol")
    .option("--stdio", "on standard input and output", false)
    .addHelpText("after", examples("lockstep server --stdio"))
    .allowUnknownOption()
    .action(async (options) => {
      const { runServer } = await import("./commands/server.js");
      done(await runServer(options));
    });
  reading(
    program.command("mcp"),
    "offer tools to a language model: the Model Context Protocol on standard input and output",
  )
    .addHelpText("after", examples("lockstep mcp", "lockstep mcp plans/ notes/"))
    .action(async (paths: string[], options) => {
      const { runMcp } = await import("./commands/mcp.js");
      done(await runMcp(paths, options));
    });
  named(program.command("completion"), "print a script that completes commands and options in a shell")
    .addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      examples(
        "source <(lockstep completion bash)",
        "lockstep completion fish > ~/.config/fish/completions/lockstep.fish",
      ),
    )
    .action(async (shell: string) => {
      const { runCompletion } = await import("./commands/completion.js");
      done(await runCompletion(program, shell));
    });
}

function named(command: Command, description: string): Command {
  return command.description(description).helpOption("--help", "say how to use it");
}

/** A command that reads documents. */
function reading(command: Command, description: string): Command {
  return readingOptions(
    named(command, description).argument(
      "[path...]",
      "files, folders and globs; the working directory where none is given",
    ),
  );
}

function readingOptions(command: Command): Command {
  return command
    .option("--today <date>", "the date to go by, YYYY-MM-DD (default: today)")
    .option("--all", "treat every Markdown file as a planning document", false)
    .option("--jobs <number>", "threads that read documents at most (default: as many as the machine runs at once)")
    .option("--no-cache", "do not use or keep results of earlier runs")
    .option("--cache-location <folder>", "where results are kept (default: the user's cache folder)");
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

/** Commander's errors, each as one line that says what to do. */
function oneLine(text: string): string {
  const [problem = "", suggestion] = text
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  const meant = /^\(Did you mean (.*)\?\)$/.exec(suggestion ?? "")?.[1];
  const hint = meant === undefined ? "see lockstep --help" : `did you mean ${meant}?`;
  return `lockstep: ${problem.replace(/\.$/, "")}; ${hint}\n`;
}
