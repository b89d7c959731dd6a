import { foldWord, stem } from "./words.js";

const list = (text: string): readonly string[] => text.trim().split(/\s+/);
const stems = (text: string): ReadonlySet<string> => new Set(list(text).map((word) => stem(foldWord(word))));

function sortedStems(title: string): string {
  const words = title.split(" ").map((word) => stem(foldWord(word)));
  return words.sort().join(" ");
}

/** Words that carry nothing in a title. */
export const stopWords: ReadonlySet<string> = new Set(
  list(
    "a an the and or of our we us's their its his her your my is are be will shall should must can this that these those all any some more most we'll it as than then also per vs etc via if not do does let lets",
  ),
);

/** Words that qualify what goes before them ("retries for cards"); "to" leads back to the matter ("from A to B"). */
export const qualifyingWords: ReadonlySet<string> = new Set(
  list(
    "for with via using across in on by through from at within without under over below above during between among against into onto",
  ),
);

/** What plans say of any work: two titles that differ in these only are one. */
export const weakStems: ReadonlySet<string> = stems(`
  launch ship build implement implementation deliver delivery add introduce create develop enable provide start
  finish complete rollout release make get improve improvement better new project initiative effort work workstream feature
  program programme phase version task item epic story milestone enhance enhancement increase reduce update continue
  deploy adopt use ensure establish set begin kick off run offer grow raise overall next first initial full proper
  choose pick decide move keep stay remain have give bring drive lower boost decision decided agreed approved proposal roll goal step objective todo misc
  miscellaneous general other based summary overview agenda backlog stuff thing highlight plan roadmap area focus`);

/** Words for the kind of thing, which one document adds and another leaves out ("billing", "billing service"). */
export const mildStems: ReadonlySet<string> = stems(`
  service system functionality capability solution module flow experience page screen section customer user end option component product
  support`);

/** Titles that stand in any plan and name nothing, by their words without plural. */
export const commonTitles: ReadonlySet<string> = new Set(
  [
    "action item, open question, open issue, open item, bug, bug fix, deliverable, release note, question, issue, risk, note, discussion, decision",
    "key result, priority, status, non goal, background, context, introduction, conclusion, motivation, scope, timeline, dependency, stretch goal",
    "review, planning, testing, refactoring, cleanup, maintenance, polish, fix, feature request, theme, owner, headcount, assumption, success metric",
    "quick win, open role, follow up, parking lot, announcement, agenda item, topic, proposal, alternative, option, consequence, rationale, metric",
  ]
    .flatMap((line) => line.split(", "))
    .map((title) => sortedStems(title)),
);

/** Words of which a title has one or another: titles that hold different ones of a group are about different things. */
const contrastGroups: readonly string[] = [
  "ios android web windows macos linux desktop",
  "mobile web desktop tablet",
  "eu us uk apac emea latam india germany france japan canada australia brazil china mexico spain italy europe asia africa",
  "alpha beta ga mvp pilot prototype",
  "inbound outbound",
  "import export",
  "read write",
  "internal external",
  "frontend backend",
  "client server",
  "staging production",
  "public private",
  "daily weekly biweekly monthly quarterly annual yearly",
  "onboarding offboarding",
  "upgrade downgrade",
  "free paid",
  "consumer enterprise smb midmarket startup",
  "admin member guest",
  "buyer seller",
  "online offline",
  "upload download",
  "add remove",
  "enable disable",
  "create delete",
  "launch sunset deprecate retire remove",
  "increase decrease",
  "push email sms",
  "dark light",
  "vertical horizontal",
  "north south east west",
  "junior senior staff principal",
  "sync async",
  "batch streaming",
  "credit debit",
  "authentication authorization",
  "synchronous asynchronous",
  "logs metrics traces",
  "unit integration e2e",
  "research implementation",
  "hire train",
  "input output",
  "source target",
  "primary replica",
  "postgres mysql mongodb dynamodb oracle sqlite cassandra",
  "aws gcp azure",
  "slack teams zoom",
  "stripe adyen braintree paypal",
  "saml oidc oauth",
  "react vue angular svelte",
  "java python ruby rust go golang kotlin swift php",
  "okta auth0 entra",
  "salesforce hubspot zendesk jira github gitlab",
  "spring summer autumn winter",
  "january february march april may june july august september october november december",
];

/** Stem to the numbers of the groups that it is of. */
export const contrastsByStem: ReadonlyMap<string, readonly number[]> = (() => {
  const groups = new Map<string, number[]>();
  contrastGroups.forEach((words, group) => {
    for (const word of stems(words)) groups.set(word, [...(groups.get(word) ?? []), group]);
  });
  return groups;
})();

/** Words written apart or with a hyphen that are one, first word to the rest: the joined form stands for both. */
const compounds: readonly string[] = [
  "sign in login",
  "log in login",
  "signin login",
  "sign up signup",
  "log out logout",
  "sign out logout",
  "roll out rollout",
  "set up setup",
  "check out checkout",
  "on call oncall",
  "on boarding onboarding",
  "off boarding offboarding",
  "on prem onprem",
  "on premise onprem",
  "on premises onprem",
  "opt in optin",
  "opt out optout",
  "add on addon",
  "plug in plugin",
  "back end backend",
  "front end frontend",
  "full stack fullstack",
  "self serve selfserve",
  "self service selfserve",
  "real time realtime",
  "e mail email",
  "web hook webhook",
  "data base database",
  "time zone timezone",
  "work flow workflow",
  "pay wall paywall",
  "multi tenant multitenant",
  "multi tenancy multitenant",
  "multitenancy multitenant",
  "open source opensource",
  "mid market midmarket",
  "drop down dropdown",
  "a b ab",
  "c i ci",
  "code base codebase",
  "end to end e2e",
  "bi weekly biweekly",
  "pre production staging",
  "white label whitelabel",
  "check in checkin",
  "hand off handoff",
  "sand box sandbox",
  "cross platform crossplatform",
  "up time uptime",
  "down time downtime",
  "life cycle lifecycle",
  "clean up cleanup",
  "fail over failover",
  "data set dataset",
  "data lake datalake",
  "data center datacenter",
  "road map roadmap",
  "feature flag featureflag",
  "feature toggle featureflag",
];

/** Other forms of single words, each with the one that stands for both. */
const variants: readonly string[] = [
  "multiple multi",
  "i18n internationalization",
  "l10n localization",
  "a11y accessibility",
  "o11y observability",
  "k8s kubernetes",
  "postgresql postgres",
  "infra infrastructure",
  "repo repository",
  "config configuration",
  "docs documentation",
  "perf performance",
  "prod production",
  "admin administrator",
  "app application",
  "db database",
  "js javascript",
  "oauth oauth2",
  "authn authentication",
  "authz authorization",
  "org organization",
  "notifs notification",
];

/** Well-known short forms and what they stand for: the short form is the common one. Documents add their own. */
const abbreviations: readonly string[] = [
  "sso single sign on",
  "mfa multi factor authentication",
  "2fa two factor authentication",
  "rbac role based access control",
  "api application programming interface",
  "sdk software development kit",
  "cli command line interface",
  "ui user interface",
  "ux user experience",
  "sla service level agreement",
  "slo service level objective",
  "gdpr general data protection regulation",
  "kyc know your customer",
  "cdn content delivery network",
  "cicd ci cd",
  "cicd continuous integration",
  "dr disaster recovery",
  "nps net promoter score",
  "ml machine learning",
  "ai artificial intelligence",
  "llm large language model",
  "byok bring your own key",
  "pwa progressive web app",
  "ssr server side rendering",
  "poc proof of concept",
  "mvp minimum viable product",
  "gtm go to market",
  "pii personally identifiable information",
  "dx developer experience",
  "eu european union",
  "us united states",
  "uk united kingdom",
  "qa quality assurance",
  "iap in app purchase",
  "ha high availability",
  "aws amazon web services",
  "gcp google cloud",
  "gcp google cloud platform",
  "crm customer relationship management",
  "soc2 soc 2",
  "oidc openid connect",
  "e2e end 2 end",
  "rto recovery time objective",
  "dsar data subject access request",
  "siem security information event management",
  "vpn virtual private network",
  "ga general availability",
  "techdebt technical debt",
  "techdebt tech debt",
  "saml security assertion markup language",
  "scim system for cross domain identity management",
  "smb small and medium business",
  "smb small business",
  "okr objectives and key results",
  "tls transport layer security",
  "iam identity and access management",
  "etl extract transform load",
];

/** Words that stand for the same as one. */
export interface Phrase {
  /** Stems. */
  readonly words: readonly string[];
  /** The stem that stands for them. */
  readonly short: string;
  /** Whether that is a short form, which names a thing by itself. */
  readonly acronym: boolean;
}

/** Phrases that are replaced before anything else, by the stem of their first word, longest first. */
export const builtInPhrases: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const stemmed = (words: readonly string[], short: string, acronym: boolean): Phrase => ({
    words: words.map((word) => stem(foldWord(word))),
    short: stem(foldWord(short)),
    acronym,
  });
  const phrases = [
    ...[...compounds, ...variants].map((line) => {
      const words = line.split(" ");
      return stemmed(words.slice(0, -1), words.at(-1) ?? "", false);
    }),
    ...abbreviations.map((line) => {
      const [short = "", ...words] = line.split(" ");
      return stemmed(words, short, true);
    }),
  ];
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
})();
