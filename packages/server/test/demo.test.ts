import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeWritePath } from '../src/compose-write-path.js';
import { DEMO_ACCOUNTS } from '../src/demo/accounts.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { createGuardedPoster } from '../src/adapters/http/guarded-post.js';
import { createFeedServices } from '../src/feed/feed-services.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { TEST_SECRET } from './setup/api.js';

/** An evening in spring. */
const NOW = Date.parse('2026-04-19T19:30:00.000Z');

interface Demo {
  readonly database: TestDatabase;
  readonly end: () => Promise<void>;
}

async function load(now: number): Promise<Demo> {
  const database = await createTestDatabase();
  const clock = (): string => new Date(now).toISOString();
  const { log, committer, executeAt } = composeWritePath({ database, secret: TEST_SECRET, clock });
  const poster = createGuardedPoster({ privateToo: false });
  const { feeds, expressions } = createFeedServices({ pool: database.serving, secret: TEST_SECRET, poster, now: clock });
  await loadDemo({ pool: database.serving, log, feeds, executeAt }, now);
  return {
    database,
    async end() {
      expressions.close();
      await committer.close();
      await database.drop();
    },
  };
}
let one: Demo;
beforeAll(async () => {
  const t = performance.now();
  one = await load(NOW);
  console.log('ms', performance.now() - t);
}, 60_000);
afterAll(() => one.end());

it('x', async () => {
  const { rows } = await one.database.owner.query(
    `select account, workflow, status, count(*)::int as n from order_list group by 1, 2, 3 order by 1, 2, 3`,
  );
  console.log(rows.map((r) => Object.values(r).join(' ')).join('\n'));
  const { rows: all } = await one.database.owner.query(`select account, count(*)::int as n, count(*) filter (where due_at < $1)::int late,
   count(*) filter (where assignee is not null)::int assigned, count(*) filter (where has_note)::int notes, count(*) filter (where has_return_invoice)::int ret from order_list group by 1`, [new Date(NOW)]);
  console.log(all);
  console.log((await one.database.owner.query('select sku, place, on_hand, claimed, confirmed from stock order by 1 limit 10')).rows);
  console.log((await one.database.owner.query('select count(*) from events')).rows, (await one.database.owner.query('select kind, due from tasks where due < $1', [new Date(NOW)])).rows);
});
