import type { Command } from "commander";
import { rules } from "../engine/rules/registry.js";

interface Described {
  readonly name: string;
  readonly description: string;
}

interface CommandWords extends Described {
  readonly options: readonly (Described & { readonly values: readonly string[] })[];
  /** Words that its argument may be; where there are none it takes files. */
  readonly words: readonly string[];
}

/** What the program's own declarations say; completions cannot differ from the program. */
function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.options.map((option) => ({
      name: option.long ?? option.flags,
      description: option.description,
      values: option.argChoices ?? [],
    })),
    words:
      command.name() === "explain" ? rules.map(({ id }) => id) : (command.registeredArguments[0]?.argChoices ?? []),
  }));
}

export function bashCompletion(program: Command): string {
  const commands = wordsOf(program);
  const cases = commands.map(({ name, options, words }) => {
    const values = options.filter((option) => option.values.length > 0);
    return [
      `    ${name})`,
      "      case $previous in",
      ...values.map(
        (option) =>
          `        ${option.name}) COMPREPLY=($(compgen -W "${option.values.join(" ")}" -- "$current")); return ;;`,
      ),
      "      esac",
      `      if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "${options.map((option) => option.name).join(" ")} --help" -- "$current"))`,
      words.length > 0
        ? `      else COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$current")); fi ;;`
        : '      else compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); fi ;;',
    ].join("\n");
  });
  return [
    "# lockstep completion bash >> ~/.bashrc, or into /etc/bash_completion.d/lockstep",
    "_lockstep() {",
    // The shell's own splitting at `=` and `:` would hide the option before a value.
    `  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}`,
    "  COMPREPLY=()",
    "  if (( COMP_CWORD == 1 )); then",
    `    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))`,
    "    return",
    "  fi",
    "  case $command in",
    ...cases,
    "  esac",
    "}",
    "complete -F _lockstep lockstep",
    "",
  ].join("\n");
}

export function zshCompletion(program: Command): string {
  const commands = wordsOf(program);
  const list = commands.map(({ name, description }) => `    ${zsh(`${name}:${description.replace(/:/g, "\\:")}`)}`);
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.map((option) => {
      const takes = option.values.length > 0 ? `:value:(${option.values.join(" ")})` : "";
      return zsh(`*${option.name}[${option.description.replace(/[[\]]/g, "\\$&")}]${takes}`);
    });
    const rest = words.length > 0 ? zsh(`*:argument:(${words.join(" ")})`) : zsh("*:file:_files");
    return `    ${name}) _arguments ${[...specs, rest].join(" ")} ;;`;
  });
  return [
    "#compdef lockstep",
    `# lockstep completion zsh > "\${fpath[1]}/_lockstep"`,
    "_lockstep() {",
    "  local -a commands",
    "  commands=(",
    ...list,
    "  )",
    "  if (( CURRENT == 2 )); then",
    "    _describe command commands",
    "    return",
    "  fi",
    `  local command=\${words[2]}`,
    "  shift words",
    "  (( CURRENT-- ))",
    "  case $command in",
    ...cases,
    "  esac",
    "}",
    'if [ "$funcstack[1]" = "_lockstep" ]; then _lockstep "$@"; else compdef _lockstep lockstep; fi',
    "",
  ].join("\n");
}

export function fishCompletion(program: Command): string {
  const commands = wordsOf(program);
  const lines = [
    "# lockstep completion fish > ~/.config/fish/completions/lockstep.fish",
    "complete -c lockstep -n __fish_use_subcommand -f",
  ];
  for (const { name, description, options, words } of commands) {
    lines.push(`complete -c lockstep -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`);
    const inCommand = quoted(`__fish_seen_subcommand_from ${name}`);
    for (const option of options) {
      const values = option.values.length > 0 ? ` -x -a ${quoted(option.values.join(" "))}` : "";
      lines.push(
        `complete -c lockstep -n ${inCommand} -l ${option.name.replace(/^--/, "")}${values} -d ${quoted(option.description)}`,
      );
    }
    if (words.length > 0) lines.push(`complete -c lockstep -n ${inCommand} -f -a ${quoted(words.join(" "))}`);
  }
  return `${lines.join("\n")}\n`;
}

function zsh(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

function quoted(text: string): string {
  return `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;
}
