import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OUTSIDE_COMMANDS } from '@docket/core/order/allowed';
import { DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import { REFUSALS } from '@docket/core/order/refusals';
import { describe, expect, it } from 'vitest';

/**
 * The repository tests itself. Each rule says what it wants and why; when one fails, the list it prints is where to look.
 */

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

function filesUnder(directory: string): SourceFile[] {
  return readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|sql)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/') && !path.includes('/dist/'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const files = ['packages', 'bench', 'scripts'].flatMap(filesUnder);
/** Written by `npm run schema` and `npm run docs`. */
const MADE_BY_MACHINE: ReadonlySet<string> = new Set([
  'packages/server/schema.sql',
  'packages/sdk/src/openapi.ts',
  'packages/sdk/src/routes.ts',
]);

const isTest = ({ path }: SourceFile): boolean => /\.test(-support)?\.ts$|\/test\//.test(path);
const sources = files.filter((file) => !isTest(file) && file.path.startsWith('packages/') && /\.tsx?$/.test(file.path));

/** What a file imports: paths from the root for our own, names for packages. A pool that is only handed on is no use of it. */
function importsOf({ path, text }: SourceFile): string[] {
  return [
    ...text.replaceAll(/import type [^;]*? from 'pg';/g, '').matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g),
  ].map(([, name = '']) => {
    if (name.startsWith('@docket/core/')) return `packages/core/src/${name.slice('@docket/core/'.length)}.ts`;
    if (!name.startsWith('.')) return name;
    return relative(root, resolve(root, dirname(path), name))
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts');
  });
}

interface Rule {
  readonly rule: string;
  readonly who: RegExp;
  readonly mayNotImport: (imported: string) => boolean;
}

const server = 'packages/server/src/';
const mayTouchDatabase = [
  'execute.ts', 'facts.ts', 'number-blocks.ts', 'compose.ts', 'compose-people.ts', 'compose-write-path.ts', 'serve.ts', 'secret.ts', 'kept-answers.ts', 'committer/', 'event-log/', 'read-models/', 'claims/', 'previews/', 'followers/',
  'access/', 'backup/', 'catalogue/', 'pricing/', 'stock/', 'customers/', 'views/', 'shipping/', 'settings-history/', 'workflows/', 'document-types/', 'edits/', 'consignments/', 'draft-orders/', 'stores/', 'accounts/', 'returns/', 'verify/', 'forgetting/', 'demo/', 'doctor/', 'import/', 'cli/', 'database/', 'feed/', 'payments/', 'store-credit/', 'holds/', 'mail/', 'shoppers/', 'tax/', 'users/',
]; // prettier-ignore

const RULES: readonly Rule[] = [
  {
    rule: 'core imports nothing but core: decisions stay pure',
    who: /^packages\/core\/src\//,
    mayNotImport: (imported) => !imported.startsWith('packages/core/src/'),
  },
  {
    rule: 'the client knows nothing but the API: it imports itself alone',
    who: /^packages\/sdk\/src\/(?!.*\.test\.ts)/,
    mayNotImport: (imported) => !imported.startsWith('packages/sdk/src/'),
  },
  {
    rule: 'the screens know the client of the API alone',
    who: /^packages\/web\/src\//,
    mayNotImport: (imported) =>
      imported.startsWith('@docket/')
        ? imported !== '@docket/sdk'
        : imported.startsWith('packages/') && !imported.startsWith('packages/web/'),
  },
  {
    rule: 'API dialects translate: they never reach SQL or the database',
    who: /^packages\/server\/src\/api\/(native|vtex|graphql|mcp)\//,
    mayNotImport: (imported) =>
      imported === 'pg' || imported.startsWith(`${server}database/`) || imported.startsWith(`${server}committer/`),
  },
  {
    rule: 'dialects do not know each other',
    who: /^packages\/server\/src\/api\/native\//,
    mayNotImport: (imported) => /^packages\/server\/src\/api\/(vtex|graphql|mcp)\//.test(imported),
  },
  {
    rule: 'the dialect of VTEX does not know the others',
    who: /^packages\/server\/src\/api\/vtex\//,
    mayNotImport: (imported) => /^packages\/server\/src\/api\/(native|graphql|mcp)\//.test(imported),
  },
  {
    rule: 'only compose.ts knows adapters',
    who: /^packages\/server\/src\/(?!compose\.ts|adapters\/)/,
    mayNotImport: (imported) => imported.startsWith(`${server}adapters/`),
  },
  {
    rule: 'only the write path, read models, followers and plain services touch the database',
    who: new RegExp(`^${server}(?!${mayTouchDatabase.join('|')})`),
    mayNotImport: (imported) => imported === 'pg' || imported.startsWith(`${server}database/pool`),
  },
  {
    rule: 'a decision file knows nothing of stores, batches or HTTP',
    who: /^packages\/core\/src\/order\//,
    mayNotImport: (imported) => imported.startsWith(server),
  },
];

describe('the rules of the house', () => {
  it.each(RULES)('$rule', ({ who, mayNotImport }) => {
    const subjects = sources.filter(({ path }) => who.test(path));
    expect(subjects.length).toBeGreaterThan(0);
    const broken = subjects.flatMap((file) =>
      importsOf(file)
        .filter(mayNotImport)
        .map((imported) => `${file.path} → ${imported}`),
    );
    expect(broken).toEqual([]);
  });

  it('no file is a drawer: names say what is inside', () => {
    const drawers = files.filter(({ path }) =>
      /(^|\/)(utils?|helpers?|common|lib|misc|shared|types|index)(\/|\.\w+$)/.test(path),
    );
    expect(drawers.map(({ path }) => path)).toEqual([]);
  });

  it('no file outgrows 400 lines: split it by subject', () => {
    const long = files
      .filter(({ path }) => !MADE_BY_MACHINE.has(path) && !path.startsWith('packages/server/test/upgrade/'))
      .filter(({ text }) => text.split('\n').length > 401)
      .map(({ path, text }) => `${path}: ${text.split('\n').length}`);
    expect(long).toEqual([]);
  });

  it('VTEX words stay in the workflow tables, status.ts and timeline.ts of core', () => {
    const words =
      /'(window-to-cancel|ready-for-handling|payment-approved|waiting-for-seller-decision|request-cancel|on-order-completed|start-handling)'/;
    const leaked = sources
      .filter(
        ({ path }) => path.startsWith('packages/core/src/') && !/\/workflow\/|\/(status|timeline)\.ts$/.test(path),
      )
      .filter(({ text }) => words.test(text));
    expect(leaked.map(({ path }) => path)).toEqual([]);
  });

  it('routes reach orders through api/order-access.ts alone, so that no caller sees an order outside its scope', () => {
    const around = sources
      .filter(({ path }) => /\/src\/api\/(native|vtex|graphql|mcp)\//.test(path) && !path.endsWith('/order-reads.ts'))
      .filter(({ text }) => /\b(OrderReads|Execute|EventLog)\b/.test(text));
    expect(around.map(({ path }) => path)).toEqual([]);
  });

  it('SQL is sent as text of its own with parameters: no value is spliced into it', () => {
    const spliced = sources
      .filter(({ path }) => path.startsWith(server) && !path.startsWith(`${server}database/`))
      .filter(
        ({ text }) => /\$\{[^}]*\}'\s*(and|or|where|,)/i.test(text) || /(where|values|set)\s[^`]*'\$\{/i.test(text),
      );
    expect(spliced.map(({ path }) => path)).toEqual([]);
  });

  it('every refusal is decided somewhere, and some test produces it', () => {
    const decided = sources
      .filter(({ path }) => !path.endsWith('order/refusals.ts') && !path.endsWith('refusal-status.ts'))
      .map(({ text }) => text)
      .join('\n');
    const tested = files
      .filter(isTest)
      .map(({ text }) => text)
      .join('\n');
    const codes = Object.keys(REFUSALS);
    expect(codes.filter((code) => !decided.includes(`'${code}'`))).toEqual([]);
    expect(codes.filter((code) => !tested.includes(code))).toEqual([]);
  });

  it.each(OUTSIDE_COMMANDS)('%s is known to its chapter, the tables and one route, and to nothing else', (command) => {
    const known = sources
      .filter(({ text }) => text.includes(`'${command}'`))
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/\/(demo|replay|followers|payments|store-credit|sandbox-gateway|adapters\/payment|native\/examples|api\/vtex)\/|core\/src\/workflow\/|order\/(refused-by|held-commands|asked-of|document-limit|return)\.ts$/.test(
            path,
          ),
      );
    const shape = known.filter((path) => /core\/src\/order\/([a-z-]+-)?commands\.ts$/.test(path));
    expect(shape).toHaveLength(1);
    const home = [...['allowed', 'decide'].map((name) => `packages/core/src/order/${name}.ts`), ...shape];
    expect(known).toEqual(expect.arrayContaining(home));
    // a kind of document has the same name, and is known to whatever is about it
    if (Object.hasOwn(DOCUMENT_KINDS, command)) return;
    // its chapter; others ask the same for the other side, a label, a provider, a moment, the number of a paper, the order that replaces goods, or
    // what travels together
    const others = known.filter((path) => !home.includes(path) && path.startsWith('packages/core/'));
    expect(
      others.filter(
        (path) => !/\/(linked|label|provider-work|timers|exchange|member-orders|paper-number)\.ts$/.test(path),
      ).length,
    ).toBeLessThanOrEqual(1);
    const routes = known.filter((path) => /api\/native\/([a-z-]+-)?command-routes\.ts$/.test(path));
    expect(routes).toHaveLength(1);
    // what a buyer sends to their own order
    if (['request_cancellation', 'request_return', 'withdraw_return'].includes(command))
      routes.push('packages/server/src/api/shopper-access.ts');
    expect(known.filter((path) => path.startsWith(server)).sort()).toEqual(routes);
  });

  it('nothing is left open, silenced or run alone', () => {
    const left = files
      .filter(({ path }) => !path.endsWith('house.test.ts'))
      .filter(({ text }) =>
        /\b(TODO|FIXME)\b|\b(it|test|describe)\.(only|skip|todo)\(|@ts-(ignore|nocheck)|\bas any\b/.test(text),
      );
    expect(left.map(({ path }) => path)).toEqual([]);
  });
});
