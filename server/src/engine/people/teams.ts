const teamWord =
  /(?:^|[\s-])(?:teams?|squads?|tribe|guild|chapter|sigs?|wgs?|working[ -]groups?|groups?|committee|council|board|tsc|toc|steerco|crew|orgs?|organi[sz]ation|department|dept|office|maintainers|owners|leads|leadership|staff|task ?force|subproject|owners|contributors|reviewers|editors|approvers|people|folks|community|stewards|tag|pmc)$/i;
const leadingTeamWord =
  /^(?:(?:the )?(?:team|squad|sig|wg|tag|guild|chapter|working group|ug|committee)[ -:]|t-[a-z])/i;
const organisationTeam = /^@[\w.-]{1,64}\/[\w.-]{1,100}$/;
const longestTeam = 60;

/** Whether a name is one of a group and not of a person: "Platform team", "SIG Release", "Parallel Rustc WG", "@acme/platform". */
export function isTeamName(text: string): boolean {
  const name = text
    .trim()
    .replace(/^[*_`~]+/, "")
    .replace(/(?<![*_`~.])[*_`~.]+$/, "")
    .trim();
  if (name === "" || name.length > longestTeam) return false;
  return organisationTeam.test(name) || teamWord.test(name) || leadingTeamWord.test(name);
}

/** The name of a team without "the", "team", "squad" and the like, and of a GitHub team its last part: what aliases are looked up by. */
export function teamCore(text: string): string {
  const name = text
    .trim()
    .replace(/^[*_`~]+/, "")
    .replace(/(?<![*_`~.])[*_`~.]+$/, "")
    .toLowerCase();
  const slug = organisationTeam.test(name) ? name.slice(name.indexOf("/") + 1).replace(/[-_]+/g, " ") : name;
  return slug
    .replace(/^(?:the|our) /, "")
    .replace(/^(?:team|squad|sig|wg|tag|working group)[ :-]+|^t-/, "")
    .replace(
      /(?<![ -])[ -]+(?:teams?|squads?|tribe|guild|chapter|sig|wg|working[ -]group|groups?|crew|orgs?|organi[sz]ation|department|dept|leads|leadership|staff|people|folks|side|maintainers|owners|reviewers|members)$/,
      "",
    )
    .trim();
}
