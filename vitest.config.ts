import { dirname, resolve as joined } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Behind a server the tests run what was built, as whoever runs Docket does: to read a thousand sources for every worker took 17 s
 * of it each. `npm test` builds first. What only tests use is read as source.
 */
const built: Plugin = {
  name: 'built',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.')) return null;
    const [, packageRoot, file] =
      /^(.*\/packages\/(?:core|sdk|server))\/src\/(.*)\.[jt]s$/.exec(joined(dirname(importer), source)) ?? [];
    if (packageRoot === undefined || file === undefined || /\.test(-support)?$/.test(file)) return null;
    return { id: `${packageRoot}/dist/${file}.js`, external: true };
  },
};
const asBuilt = {
  alias: [
    { find: /^@docket\/core\/(.*)$/, replacement: `${path('./packages/core/dist/')}$1.js` },
    { find: '@docket/sdk', replacement: path('./packages/sdk/dist/docket.js') },
  ],
};
const server = { deps: { external: [/\/packages\/(core|sdk|server)\/dist\//] } };

/** Pure tests read the sources, so they need no build. */
const resolve = {
  alias: [
    { find: /^@docket\/core\/(.*)$/, replacement: `${path('./packages/core/src/')}$1.ts` },
    { find: '@docket/sdk', replacement: path('./packages/sdk/src/docket.ts') },
  ],
};

export default defineConfig({
  test: {
    // Half of the time of two on two cores goes into waiting: for processes, browsers and the disk.
    maxWorkers: 3,
    projects: [
      // Properties of random histories are bound by the processor: 2 s each on a quiet machine.
      // Pure tests share nothing that one could change: reading the modules anew for each file took as long as the tests.
      {
        resolve,
        test: { name: 'pure', isolate: false, include: ['packages/*/src/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        plugins: [built],
        resolve: asBuilt,
        test: {
          name: 'database',
          server,
          // A worker keeps its modules from file to file: each file has a database of its own all the same.
          isolate: false,
          include: ['packages/server/test/**/*.test.ts'],
          globalSetup: ['packages/server/test/setup/cluster.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      // The screens in a browser, in front of a whole server. They read packages/web/dist: `npm test` builds it first.
      {
        plugins: [built],
        resolve: asBuilt,
        test: {
          name: 'browser',
          server,
          isolate: false,
          include: ['packages/web/test/**/*.test.ts'],
          globalSetup: ['packages/server/test/setup/cluster.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
