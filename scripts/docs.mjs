// `npm run docs`: writes the pages that are made from code. `--check` writes nothing and fails when one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  { file: 'docs/reference/refusals.md', render: async () => (await dist('api/refusals-page.js')).renderRefusalsPage() },
  {
    file: 'docs/reference/permissions.md',
    render: async () => (await dist('api/refusals-page.js')).renderPermissionsPage(),
  },
  {
    file: 'docs/reference/openapi.json',
    render: async () => (await dist('api/openapi-document.js')).renderOpenApi(version),
  },
  { file: 'packages/sdk/src/openapi.ts', render: renderTypes },
  { file: 'packages/sdk/src/routes.ts', render: renderRoutes },
];

const made = '// Made from docs/reference/openapi.json by `npm run docs`.\n';

/** The types of every request and answer. */
async function renderTypes() {
  const { default: typesOf, astToString } = await import('openapi-typescript');
  return made + astToString(await typesOf(await openApi()));
}

/** Method and address of every operation, by its name. */
async function renderRoutes() {
  const lines = Object.entries((await openApi()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => `  ${operationId}: ['${method.toUpperCase()}', '${path}'],`,
    ),
  );
  return `${made}\nexport const ROUTES = {\n${lines.join('\n')}\n} as const;\n`;
}

async function openApi() {
  return JSON.parse(await (await dist('api/openapi-document.js')).renderOpenApi(version));
}

const check = process.argv.includes('--check');
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
