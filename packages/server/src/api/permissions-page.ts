import { BUILT_IN_ROLES } from '../access/built-in-roles.js';
import { permits, type Permission, PERMISSIONS } from '../access/permissions.js';

/** What the page reads of the OpenAPI document. */
export interface StatedPermissions {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly summary?: string;
  readonly 'x-permission'?: string;
  readonly 'x-further-permissions'?: readonly string[];
}

const NAMES = Object.keys(PERMISSIONS) as Permission[];

/** Routes that ask for something else than a permission of the list. */
const OTHERS = {
  authenticated: 'Any key, and anybody logged in',
  session: 'Somebody logged in, not a key',
  shopper: 'A shopper who signed in',
  guest: 'Whoever holds the link of an order',
  public: 'Anybody',
} as const;

/** The page `docs/reference/permissions.md`, from what each route states. */
export function renderPermissionsPage(document: StatedPermissions): string {
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  const rowsOf = (asked: string): readonly string[] =>
    routes
      .filter(({ operation }) => operation['x-permission'] === asked)
      .map(({ name, operation }) => `| \`${name}\` | ${operation.summary ?? ''} | ${furtherOf(operation)} |`);
  const section = (title: string, meaning: string, asked: string): readonly string[] => {
    const rows = rowsOf(asked);
    const table = ['| route | what it does | may ask for besides |', '| --- | --- | --- |', ...rows];
    return [`### ${title}`, '', meaning, '', ...(rows.length === 0 ? ['No route asks for it alone.'] : table), ''];
  };
  return [
    ...INTRODUCTION,
    '',
    '| permission | lets its holder |',
    '| --- | --- |',
    ...NAMES.map((name) => `| [\`${name}\`](#${name.replaceAll('.', '')}) | ${PERMISSIONS[name]} |`),
    '',
    ...SIGHT,
    '',
    '## Roles that an account begins with',
    '',
    ...roleTable(),
    '',
    '## Routes',
    '',
    ...NAMES.flatMap((name) => section(name, PERMISSIONS[name], name)),
    ...Object.entries(OTHERS).flatMap(([asked, who]) => section(who, 'No permission is asked for.', asked)),
  ].join('\n');
}

const furtherOf = ({ 'x-further-permissions': further = [] }: Operation): string =>
  further.map((name) => `\`${name}\``).join(', ');

function roleTable(): readonly string[] {
  const roles = Object.entries(BUILT_IN_ROLES).map(([role, held]) => ({ role, held: new Set<string>(held) }));
  return [
    `| permission | ${roles.map(({ role }) => `\`${role}\``).join(' | ')} |`,
    `| --- | ${roles.map(() => ':-:').join(' | ')} |`,
    ...NAMES.map(
      (name) => `| \`${name}\` | ${roles.map(({ held }) => (permits(held, name) ? '×' : '')).join(' | ')} |`,
    ),
    '',
    '`administrator` holds `*`, so what later versions add as well, and stays as it is. The others are yours to',
    '[change](../how-to/give-access.md).',
  ];
}

const INTRODUCTION = [
  '# Permissions',
  '',
  'A key or a person holds a list of these, most of them by [roles](../how-to/give-access.md), or `*` for all. Every route',
  'asks for one; who lacks it gets `permission_missing`, with its name in the details. Made from the routes by `npm run docs`.',
];

const SIGHT = [
  '## What is hidden',
  '',
  'Who reads orders without `prices.view` gets null for every amount and price, in orders as they are and were, lists,',
  'events, differences, ledgers, and answers to commands; refusals name no amounts. Attachments, recorded data and hashes',
  'are null too, for amounts stand in them. Orders cannot be filtered or sorted by total, nor summed; the log is not exported',
  'and nothing is previewed, for a preview would tell without any effect how high an amount may be. Who may send amounts still',
  'learns by real commands how far they go, and who reads the catalogue knows its prices.',
  '',
  'Without `personal.view` everything is null that is gone when a person is forgotten: buyer, addresses, texts of notes, log',
  'and reasons, custom data, attachments, in all the same places and in previews. The `reason` of an event is null where',
  'somebody typed it (`Docket-Reason`) and shown where Docket wrote it; the log is not exported, for reasons stand in it. No',
  'order is found by mail address or by the beginning of a word, and whole words of a search find numbers and codes alone.',
  'Words of mails and their addresses are null. Saved views of others lose their words and mail address.',
  '',
  'Who may send commands and lacks `orders.view` gets a receipt for an answer, and no previews.',
  '',
  'A mail about an order is there for whoever may see the order; one about none, for callers alone whose scope is the whole',
  'account. A linked order beyond the scope that refuses a command tells its code and nothing of itself.',
  '',
  'A link that opens an order shows its buyer and amounts, so making one asks for both. The live stream tells neither.',
];
