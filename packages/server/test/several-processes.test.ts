import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { docket, type DocketProcess, serve } from './setup/docket-process.js';
import { placement } from './write-path.js';

/** Two processes that answer and two that work behind them, on one database, some of them killed without a warning. */

let database: TestDatabase;
let settings: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  settings = {
    DATABASE_URL: database.url,
    DOCKET_SECRET: 'a secret of the processes',
    DOCKET_APP_KEY: 'k',
    DOCKET_APP_TOKEN: 't',
  };
});

afterAll(() => database.drop());

type Server = DocketProcess & { readonly url: string };

const start = (role: 'api' | 'worker'): Promise<Server> => serve({ ...settings, DOCKET_ROLE: role });

async function kill(server: Server): Promise<void> {
  server.child.kill('SIGKILL');
  await server.ended;
}

async function post(server: Server, path: string, body: unknown, key: string): Promise<{ orderId: string } | null> {
  try {
    const answer = await fetch(`${server.url}/api/v1/admin/orders${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('k:t')}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    return answer.ok ? ((await answer.json()) as { orderId: string }) : null;
  } catch {
    return null; // killed: the sender does not know, and asks the next one
  }
}

const { type: _, ...order } = placement({ cancellationWindow: 1 });

/** Places an order and approves its payment, at whichever server answers. */
async function sell(servers: readonly Server[], n: number): Promise<string> {
  const insist = async (path: string, body: unknown, key: string): Promise<{ orderId: string }> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const server = servers[(n + tries) % servers.length];
      const answer = server === undefined ? null : await post(server, path, body, key);
      if (answer !== null) return answer;
      await sleep(50);
    }
    throw new Error(`nobody answered ${path}`);
  };
  const { orderId } = await insist('', order, `place-${n}`);
  await insist(`/${orderId}/payments/p1/approve`, {}, `approve-${n}`);
  return orderId;
}

/** As if two minutes had passed: what a killed worker holds is free for the next. */
const endLeases = () => database.owner.query('update tasks set lease_until = now() where leased_by is not null');

async function openTimers(): Promise<number> {
  const { rows } = await database.owner.query<{ left: number }>(
    `select count(*)::int as left from tasks where kind = 'order_timer' and due < now()`,
  );
  return rows[0]?.left ?? 0;
}

async function untilNoTimerIsLeft(): Promise<void> {
  for (let tries = 0; (await openTimers()) > 0; tries += 1) {
    if (tries === 300) throw new Error(`${await openTimers()} timers never fired`);
    await endLeases();
    await sleep(200);
  }
}

describe('two processes that answer and two that work', () => {
  it('lose nothing and fire each timer once, whoever is killed', { timeout: 240_000 }, async () => {
    const apis = [await start('api'), await start('api')];
    const workers = [await start('worker'), await start('worker')];
    const selling = (async () => {
      const sold: string[] = [];
      for (let n = 0; n < 120; n += 8) {
        sold.push(...(await Promise.all(Array.from({ length: 8 }, (__, k) => sell(apis, n + k)))));
      }
      return sold;
    })();
    for (const round of [0, 1]) {
      await sleep(700);
      for (const [list, role] of [
        [apis, 'api'],
        [workers, 'worker'],
      ] as const) {
        const victim = list[round];
        if (victim !== undefined) await kill(victim);
        list[round] = await start(role);
      }
    }
    const sold = await selling;
    await sleep(1100); // the last window
    await untilNoTimerIsLeft();

    const { rows } = await database.owner.query<{ stream_id: string; ended: number; placed: number }>(
      `select stream_id, count(*) filter (where type = 'cancellation_window_ended')::int as ended,
              count(*) filter (where type = 'order_placed')::int as placed
         from events group by stream_id order by stream_id`,
    );
    expect(rows).toEqual([...sold].sort().map((orderId) => ({ stream_id: orderId, ended: 1, placed: 1 })));
    const report = await docket(['verify'], { ...settings, DOCKET_DEMO: '0' }).ended;
    expect(report.stdout).toMatch(/default: 120 orders, \d+ events, clean/);
    for (const server of [...apis, ...workers]) {
      server.child.kill('SIGTERM');
      expect((await server.ended).code).toBe(0);
    }
  });

  it('pass a task on whose worker died over it', { timeout: 120_000 }, async () => {
    const [api, dying] = [await start('api'), await start('worker')];
    const holder = await database.owner.connect();
    const orderId = await sell([api], 1_000);
    // The worker comes as far as the row of the order, and waits there.
    await holder.query('begin');
    await holder.query('select from orders where order_id = $1 for update', [orderId]);
    const leased = async () =>
      (await database.owner.query('select leased_by from tasks where leased_by is not null')).rows.length;
    while ((await leased()) === 0) await sleep(50);
    await kill(dying);
    await holder.query('rollback');
    holder.release();
    expect(await openTimers()).toBe(1);
    const heir = await start('worker');
    await untilNoTimerIsLeft();
    const { rows } = await database.owner.query<{ type: string }>(
      'select type from events where stream_id = $1 order by version',
      [orderId],
    );
    expect(rows.map(({ type }) => type)).toEqual(['order_placed', 'payment_approved', 'cancellation_window_ended']);
    await Promise.all([api, heir].map(kill));
  });
});
