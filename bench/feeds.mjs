// (h) Feeds: how soon an item is there after its order was placed, and what feeds and hooks cost those who place.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { one, openCluster, temporaryDirectory } from './cluster.mjs';
import { benchAccount, fillShelf, startDocket } from './docket.mjs';
import { startWorker } from './load.mjs';
import { median, spread } from './statistics.mjs';

/** Orders a second while items are waited for, and how many feeds of each kind wait. */
const RATE = 100;
const FEEDS = 10;
const MOST_P99 = 250;
/** Configured while others place, and what it may cost them. */
const MANY = 100;
const MOST_LOSS = 0.1;
const CLIENTS = 32;
/** A reader of the database looks so often, in milliseconds. */
const LOOK = 4;

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ seconds, warmSeconds, rounds, quick, progress, undo }) {
  const directory = temporaryDirectory();
  const cluster = await openCluster(directory);
  undo(() => cluster.close());
  const docket = await startDocket(directory, { DOCKET_PRIVATE_CALLS: '1' });
  undo(() => docket.stop());
  const client = startWorker('./load-client.mjs');
  undo(() => client.stop());
  const receiver = createServer((request, response) => request.resume().on('end', () => response.end()));
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  undo(() => receiver.close());
  const hook = { url: `http://127.0.0.1:${receiver.address().port}/` };
  const pool = cluster.pool();
  const account = await benchAccount(pool);
  await fillShelf(pool, account);
  const feeds = feedsOf(docket.target, pool, account);

  progress('warming up');
  await client.ask({ ...docket.target, clients: CLIENTS, count: quick ? 500 : 15_000 });
  const visible = [];
  for (let round = 0; round < rounds; round += 1) {
    progress(`round ${round + 1} of ${rounds}: until items are there`);
    await feeds.set(waitingFeeds());
    await client.ask({ ...docket.target, clients: 8, rate: RATE, seconds: warmSeconds });
    await feeds.drained();
    await cluster.checkpoint();
    const watch = watchItems(pool, account);
    const load = client.ask({ ...docket.target, clients: 8, rate: RATE, seconds });
    const { orders } = await load;
    await feeds.drained();
    const found = await watch.stop();
    const bare = await bareRows(pool, seconds / 2);
    visible.push({ orders, items: found.length, ...spread(Float64Array.from(found)), bare: spread(bare) });
    progress(`${orders} orders, ${found.length} items: p99 ${visible.at(-1).p99.toFixed(0)} ms`);
  }

  const contestants = [
    { name: 'none', inputs: [] },
    { name: `${MANY} feeds, ${MANY} hooks`, inputs: idleFeeds(hook) },
    { name: 'and each order enters one of each', inputs: [...idleFeeds(hook), ...busyFeeds(hook)] },
  ];
  const legs = [];
  for (let round = 0; round < rounds; round += 1) {
    // Whoever comes first in one round comes last in the next.
    for (const { name, inputs } of round % 2 === 0 ? contestants : contestants.toReversed()) {
      progress(`round ${round + 1} of ${rounds}: placing with ${name}`);
      await feeds.set(inputs);
      await client.ask({ ...docket.target, clients: CLIENTS, seconds: warmSeconds });
      await feeds.drained();
      await cluster.checkpoint();
      const before = docket.micros();
      const load = await client.ask({ ...docket.target, clients: CLIENTS, seconds });
      const node = (docket.micros() - before) / load.orders;
      const behind = await feeds.behind();
      const began = performance.now();
      await feeds.drained();
      const drained = (performance.now() - began) / 1000;
      legs.push({ round, name, perSecond: load.orders / load.seconds, p50: load.latency.p50, node, behind, drained });
    }
  }
  return report({ visible, legs, contestants, rounds, seconds, version: cluster.settings.version });
}

function report({ visible, legs, contestants, rounds, seconds, version }) {
  const of = (field) => median(visible.map((each) => each[field]));
  const bare = (field) => median(visible.map((each) => each.bare[field]));
  const against = (name) => {
    const own = legs.filter((leg) => leg.name === name);
    return median(
      own.map(({ round, perSecond }) => {
        const none = legs.find((leg) => leg.round === round && leg.name === contestants[0].name);
        return perSecond / none.perSecond;
      }),
    );
  };
  const kept = against(contestants[1].name);
  const said = (met) => (met ? 'reached' : 'missed');
  return {
    title: '(h) Feeds',
    tables: [
      {
        caption: `Milliseconds from the decision to place an order until its items are seen in ${FEEDS} feeds of statuses and ${FEEDS} of JSONata, at ${RATE} orders a second. Medians of ${rounds} rounds of ${seconds} s.`,
        columns: ['', 'p50 ms', 'p99 ms', 'slowest ms'],
        rows: [
          ['items of feeds', of('p50'), of('p99'), of('max')],
          ['a bare row, committed and looked for alike', bare('p50'), bare('p99'), bare('max')],
          ['÷', of('p50') / bare('p50'), of('p99') / bare('p99'), of('max') / bare('max')],
        ],
      },
      {
        caption: `Placing with ${CLIENTS} clients, in turns. Medians.`,
        columns: ['configured', 'orders/s', '÷ none', 'p50 ms', 'CPU Node', 'events behind', 's to catch up'],
        rows: contestants.map(({ name }) => {
          const own = legs.filter((leg) => leg.name === name);
          const [perSecond, ...others] = ['perSecond', 'p50', 'node', 'behind', 'drained'].map((field) =>
            median(own.map((leg) => leg[field])),
          );
          return [name, perSecond, against(name), ...others];
        }),
      },
    ],
    notes: [
      `Goal: p99 below ${MOST_P99} ms. It is ${Math.round(of('p99'))} ms: ${said(of('p99') < MOST_P99)}.`,
      `Goal: ${MANY} feeds and ${MANY} hooks cost less than ${MOST_LOSS * 100} % of placing. They cost ${((1 - kept) * 100).toFixed(1)} %: ${said(kept > 1 - MOST_LOSS)}.`,
      'The feeds and hooks of the second row ask for statuses that come later than placing; those of the third are two more, which take each order.',
      `CPU is microseconds an order. "Behind": events that were not decided yet when the load ended. PostgreSQL ${version}.`,
    ],
    data: { visible, legs },
  };
}

/** All statuses, and an expression of each feed's own over both documents. */
const waitingFeeds = () =>
  Array.from({ length: FEEDS }, (_, nth) => [
    { name: `status ${nth}`, filter: { type: 'status' } },
    {
      name: `expression ${nth}`,
      filter: {
        type: 'order',
        document: nth % 2 === 0 ? 'docket' : 'vtex',
        expression:
          nth % 2 === 0
            ? `totals.total > ${nth} and $count(lines[quantity > 0]) > 0`
            : `value > ${nth} and $count(items[quantity > 0]) > 0`,
        everyMatch: true,
      },
    },
  ]).flat();

/** Statuses that an order reaches after it was placed. */
const LATER = ['ready-for-handling', 'start-handling', 'handling', 'invoiced', 'canceled'];
const idleFeeds = (hook) =>
  Array.from({ length: MANY }, (_, nth) => {
    const filter = { type: 'status', statuses: [LATER[nth % LATER.length]] };
    return [
      { name: `feed ${nth}`, filter },
      { name: `hook ${nth}`, filter, hook },
    ];
  }).flat();
const busyFeeds = (hook) => {
  const filter = { type: 'status', statuses: ['payment-pending'] };
  return [
    { name: 'busy feed', filter },
    { name: 'busy hook', filter, hook },
  ];
};

/** The feeds of the account, set up over the API. */
function feedsOf({ host, port, headers }, pool, account) {
  let there = [];
  const ask = async (method, feed, body) => {
    const answer = await fetch(`http://${host}:${port}/api/v1/admin/feeds/${feed}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${feed} answered ${answer.status}: ${await answer.text()}`);
  };
  const behind = async () => {
    const { events } = await one(
      pool,
      `select coalesce(h.seq - p.position, 0)::int as events
         from account_heads h left join feed_positions p on p.account = h.account where h.account = $1`,
      [account],
    );
    return events;
  };
  return {
    behind,
    /** Exactly these, once the follower has met them. */
    async set(inputs) {
      for (const feed of there) await ask('DELETE', feed);
      there = inputs.map((_, nth) => `bench-${nth}`);
      for (const [nth, input] of inputs.entries()) await ask('PUT', there[nth], input);
      // Accounts with a first feed are looked for every second.
      if (inputs.length > 0) await pause(1_500);
    },
    async drained() {
      while ((await behind()) > 0) await pause(20);
      // What hooks have still to deliver.
      for (;;) {
        const { open } = await one(
          pool,
          `select count(*)::int as open from feed_items i join feeds f on f.account = i.account and f.feed = i.feed
            where i.account = $1 and i.done_at is null and f.url is not null`,
          [account],
        );
        if (open === 0) return;
        await pause(50);
      }
    },
  };
}

/** Looks for new items on a connection of its own; answers how old each was when it was first seen, in milliseconds. */
function watchItems(pool, account) {
  const ages = [];
  let stopped = false;
  const last = new Map();
  const look = async (count) => {
    const feeds = [...last.keys()];
    const { rows } = await pool.query({
      name: 'look',
      text: `select i.feed, i.sequence::float8 as sequence, i.current_change as at
               from unnest($2::text[], $3::bigint[]) as l (feed, sequence)
              cross join lateral (select feed, sequence, current_change from feed_items
                                   where account = $1 and feed = l.feed and sequence > l.sequence
                                   order by sequence limit 1000) i`,
      values: [account, feeds, feeds.map((feed) => last.get(feed))],
    });
    const now = performance.timeOrigin + performance.now();
    for (const { feed, sequence, at } of rows) {
      if (count) ages.push(now - at.getTime());
      last.set(feed, Math.max(last.get(feed), sequence));
    }
    return rows.length;
  };
  const ended = (async () => {
    const { rows } = await pool.query('select feed, last_sequence::float8 as last from feeds where account = $1', [
      account,
    ]);
    for (const { feed, last: sequence } of rows) last.set(feed, sequence);
    while (!stopped) {
      await look(true);
      await pause(LOOK);
    }
    await look(true);
  })();
  return {
    async stop() {
      stopped = true;
      await ended;
      return ages;
    },
  };
}

/** The same for rows of a bare table, each committed by itself at the same rate. */
async function bareRows(pool, seconds) {
  await pool.query(
    'create table if not exists bare_rows (id bigint generated always as identity primary key, at float8)',
  );
  const ages = [];
  let writing = true;
  const reading = (async () => {
    for (let last = 0, left = true; left;) {
      left = writing;
      const { rows } = await pool.query({
        name: 'look bare',
        text: 'select id::float8 as id, at from bare_rows where id > $1 order by id',
        values: [last],
      });
      const now = performance.now();
      for (const { id, at } of rows) {
        ages.push(now - at);
        last = id;
      }
      await pause(LOOK);
    }
  })();
  const began = performance.now();
  for (let nth = 0; performance.now() - began < seconds * 1_000; nth += 1) {
    await pause(Math.max(0, began + (nth / RATE) * 1_000 - performance.now()));
    await pool.query({ name: 'bare', text: 'insert into bare_rows (at) values ($1)', values: [performance.now()] });
  }
  writing = false;
  await reading;
  await pool.query('drop table bare_rows');
  return Float64Array.from(ages);
}
