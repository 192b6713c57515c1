import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Tests read the sources of core and SDK, so they need no build. */
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
        resolve,
        test: {
          name: 'database',
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
        resolve,
        test: {
          name: 'browser',
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
