// `npm run docs`: writes the pages that are made from code. `--check` writes nothing and fails when one is out of date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();
const dist = (path) => import(pathToFileURL(join(root, 'packages/server/dist', path)).href);

const { version } = JSON.parse(readFileSync(join(root, 'packages/server/package.json'), 'utf8'));

/** One line a page. */
const pages = [
  { file: 'docs/reference/settings.md', render: async () => (await dist('settings.js')).renderSettingsPage() },
  { file: 'docs/reference/metrics.md', render: async () => (await dist('metrics/metrics.js')).renderMetricsPage() },
  { file: 'docs/reference/refusals.md', render: async () => (await dist('api/refusals-page.js')).renderRefusalsPage() },
  {
    file: 'docs/reference/permissions.md',
    render: async () => (await dist('api/permissions-page.js')).renderPermissionsPage(await openApi()),
  },
  {
    file: 'docs/reference/openapi.json',
    render: async () => (await dist('api/openapi-document.js')).renderOpenApi(version),
  },
  { file: 'packages/sdk/src/openapi.ts', render: renderTypes },
  { file: 'packages/sdk/src/routes.ts', render: renderRoutes },
];

const refusals = 'docs/reference/refusals';
const refusalPages = (await dist('api/refusals-page.js')).renderRefusalPages();
for (const [code, text] of Object.entries(refusalPages)) {
  pages.push({ file: `${refusals}/${code}.md`, render: () => text });
}

const made = '// Made from docs/reference/openapi.json by `npm run docs`.\n';

/** The types of every request and answer. */
async function renderTypes() {
  const { default: typesOf, astToString } = await import('openapi-typescript');
  return made + astToString(await typesOf(await openApi()));
}

/** Method and address of every operation, by its name; how its pages follow each other, and whether it takes a key. */
async function renderRoutes() {
  const { paths, components } = await openApi();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const routes = operations.map(
    ({ operationId, method, path }) => `  ${operationId}: ['${method.toUpperCase()}', '${path}'],`,
  );
  const lists = operations
    .filter((operation) => operation.method === 'get' && hasNext(operation, components.schemas))
    .map((operation) => `  ${operation.operationId}: '${pageParameterOf(operation)}',`);
  const keyed = operations
    .filter((operation) => takes(operation, 'header', 'idempotency-key'))
    .map(({ operationId }) => `  '${operationId}',`);
  return `${made}
/** Method and address of every operation. */
export const ROUTES = {
${routes.join('\n')}
} as const;

/** The query parameter that takes \`next\` of the page before, of every list with pages. */
export const PAGE_PARAMETERS = {
${lists.join('\n')}
} as const;

/** Every operation that takes an Idempotency-Key: sent again with the same one, nothing is done twice. */
export const KEYED: ReadonlySet<string> = new Set([
${keyed.join('\n')}
]);
`;
}

const takes = ({ parameters = [] }, place, parameter) =>
  parameters.some((each) => each.in === place && each.name === parameter);

function hasNext({ responses }, schemas) {
  const schema = responses[200]?.content?.['application/json']?.schema;
  const { properties = {} } = schemas[schema?.$ref?.split('/').at(-1)] ?? schema ?? {};
  return Object.hasOwn(properties, 'next');
}

/** `from` comes last: where a list has another one, it is an instant to begin with. */
function pageParameterOf(operation) {
  const found = ['cursor', 'after', 'from'].find((parameter) => takes(operation, 'query', parameter));
  if (found === undefined) throw new Error(`${operation.operationId} answers next, and nothing takes it`);
  return found;
}

async function openApi() {
  return JSON.parse(await (await dist('api/openapi-document.js')).renderOpenApi(version));
}

const check = process.argv.includes('--check');
mkdirSync(join(root, refusals), { recursive: true });
for (const name of readdirSync(join(root, refusals))) {
  if (Object.hasOwn(refusalPages, name.slice(0, -'.md'.length))) continue;
  if (!check) rmSync(join(root, refusals, name));
  else {
    process.stderr.write(`${refusals}/${name} explains no refusal: run npm run docs\n`);
    process.exitCode = 1;
  }
}
for (const { file, render } of pages) {
  const path = join(root, file);
  const text = await render();
  if (check) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    process.stderr.write(`${file} is out of date: run npm run docs\n`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
