export interface CodeOwner {
  /** `@login`, `@org/team` or an e-mail address. */
  readonly owner: string;
  /** The pattern that the owner stands for. */
  readonly path: string;
}

/** Owners of a CODEOWNERS file (GitHub, GitLab): one for each owner of each line; comments and sections are left out. */
export function readCodeOwners(text: string): CodeOwner[] {
  const owners: CodeOwner[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [path, ...rest] = (line.split("#", 1)[0] ?? "").trim().split(/\s+/);
    if (!path || path.startsWith("[") || path.startsWith("^[")) continue;
    for (const owner of rest) if (owner.includes("@")) owners.push({ owner, path });
  }
  return owners;
}
