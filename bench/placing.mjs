// (a) Placing orders over HTTP against the fixed baseline on the same server, in turns.
import os from 'node:os';
import process from 'node:process';
import { openBaseline } from './baseline/baseline.mjs';
import { one, openCluster, rowCounts, temporaryDirectory } from './cluster.mjs';
import { benchAccount, fillShelf, startDocket } from './docket.mjs';
import { startWorker } from './load.mjs';
import { orderBodies } from './order-body.mjs';
import { machineMicros } from './processes.mjs';
import { median } from './statistics.mjs';

/** @typedef {import('./main.mjs').Options} Options */

/** @param {Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ seconds, warmSeconds, rounds, clients, quick, pgbench, progress, undo }) {
  const directory = temporaryDirectory();
  const cluster = await openCluster(directory);
  undo(() => cluster.close());
  const docket = await startDocket(directory);
  undo(() => docket.stop());
  const client = startWorker('./load-client.mjs');
  undo(() => client.stop());
  const baseline = await openBaseline(cluster, directory, { pgbench });
  undo(() => baseline.stop());

  const account = await benchAccount(cluster.pool());
  await fillShelf(cluster.pool(), account);
  const contestants = contestantsOf({ docket, client, baseline });

  progress('warming up');
  const mostClients = Math.max(...clients);
  // Node's compiler goes on improving for thousands of orders: CPU of an order halves between the first and the 4,000th.
  await client.ask({ ...docket.target, clients: mostClients, count: quick ? 500 : 15_000 });
  for (const { load } of contestants) await load({ clients: mostClients, seconds: warmSeconds });

  const rowsBefore = await rowCounts(cluster.pool());
  let placed = 0;
  const legs = [];
  for (const count of clients) {
    for (let round = 0; round < rounds; round += 1) {
      const turn = contestants.filter(({ mostClientsOnly }) => mostClientsOnly !== true || count === mostClients);
      // Whoever comes first in one round comes last in the next.
      for (let place = 0; place < turn.length; place += 1) {
        const contestant = turn[(place + round) % turn.length];
        progress(`${count} clients, round ${round + 1} of ${rounds}: ${contestant.name}`);
        const leg = await measure({ cluster, docket, contestant, clients: count, seconds, warmSeconds });
        legs.push({ round, ...leg });
        if (contestant.docket) placed += leg.orders + leg.warmOrders;
      }
    }
  }
  const rowsAfter = await rowCounts(cluster.pool());
  const listed = await one(cluster.pool(), 'select count(*)::int as orders from orders where account = $1', [account]);
  if (rowsAfter.orders - rowsBefore.orders !== placed) {
    throw new Error(`${placed} orders were acknowledged, ${rowsAfter.orders - rowsBefore.orders} are there`);
  }

  const rows = Object.entries(rowsAfter)
    .map(([table, after]) => [table, (after - (rowsBefore[table] ?? 0)) / placed])
    .filter(([, perOrder]) => perOrder > 0);
  return {
    title: '(a) Placing an order over HTTP',
    tables: [
      { caption: 'Medians of the rounds; least and most orders a second in brackets.', ...figuresOf(legs, clients) },
      { caption: 'Docket against the baseline: medians of the ratios of each round.', ...ratiosOf(legs, clients) },
      { caption: 'Rows that one order of Docket adds.', columns: ['table', 'rows an order'], rows },
    ],
    notes: [
      ...goalsOf(legs, clients),
      `${rounds} rounds of ${seconds} s after ${warmSeconds} s each; checkpoint before each; all on one PostgreSQL ${cluster.settings.version}, fsync on.`,
      `Docket: ${meanBytes()} bytes of JSON with 3 lines, the answer is the whole order unless named minimal. Baseline: by ${baseline.driver}, a document of ${baseline.documentBytes} bytes.`,
      'CPU is microseconds an order. PostgreSQL: all its processes. Others: what else the machine did, as a share of it; more than a few percent spoils the round.',
      `All ${placed} acknowledged orders were found again (${listed.orders} with those of warming up).`,
    ],
    data: { legs, rows, settings: cluster.settings },
  };
}

function contestantsOf({ docket, client, baseline }) {
  const minimal = { ...docket.target, headers: { ...docket.target.headers, prefer: 'return=minimal' } };
  const placing = (target) => (round) => client.ask({ ...target, ...round });
  const bare = (script) => (round) => baseline.run({ script, ...round });
  return [
    { name: 'Docket', docket: true, load: placing(docket.target) },
    { name: transaction, docket: false, load: bare('begin-commit') },
    { name: statement, docket: false, load: bare('one-statement') },
    { name: 'Docket, minimal', docket: true, load: placing(minimal), mostClientsOnly: true },
  ];
}

async function measure({ cluster, docket, contestant, clients, seconds, warmSeconds }) {
  await cluster.checkpoint();
  const warm = await contestant.load({ clients, seconds: warmSeconds });
  const before = { ...(await cluster.counters()), node: docket.micros(), machine: machineMicros() };
  const began = process.hrtime.bigint();
  const result = await contestant.load({ clients, seconds });
  const wallMicros = Number(process.hrtime.bigint() - began) / 1000;
  const after = { ...(await cluster.counters()), node: docket.micros(), machine: machineMicros() };
  refuseFailures(contestant.name, result.outcomes);
  refuseFailures(contestant.name, warm.outcomes);
  const { orders } = result;
  const [node, postgres, machine] = ['node', 'micros', 'machine'].map((name) => after[name] - before[name]);
  const ours = node + postgres + result.clientMicros;
  return {
    contestant: contestant.name,
    clients,
    orders,
    warmOrders: warm.orders,
    perSecond: orders / result.seconds,
    ...result.latency,
    node: contestant.docket ? node / orders : Number.NaN,
    postgres: postgres / orders,
    client: result.clientMicros / orders,
    wal: (after.wal - before.wal) / orders,
    others: (Math.max(0, machine - ours) / (wallMicros * os.cpus().length)) * 100,
  };
}

function refuseFailures(name, outcomes) {
  const bad = Object.entries(outcomes).filter(([outcome]) => outcome !== '201' && outcome !== 'ok');
  if (bad.length > 0)
    throw new Error(`${name} was refused: ${JSON.stringify(Object.fromEntries(bad))}, see bench/results/docket.log`);
}

const transaction = 'BEGIN…COMMIT';
const statement = 'one statement';
const measured = ['perSecond', 'p50', 'p95', 'p99', 'node', 'postgres', 'client', 'wal', 'others'];

function figuresOf(legs, clients) {
  const rows = clients.flatMap((count) =>
    namesOf(legs, count).map((name) => {
      const own = legsOf(legs, count, name);
      const [perSecond, ...others] = measured.map((field) => median(own.map((leg) => leg[field])));
      const speeds = own.map((leg) => Math.round(leg.perSecond));
      return [name, count, `${Math.round(perSecond)} (${Math.min(...speeds)}-${Math.max(...speeds)})`, ...others];
    }),
  );
  const columns = ['', 'clients', 'orders/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU Node', 'CPU PostgreSQL', 'CPU client'];
  return { columns: [...columns, 'WAL bytes', 'others %'], rows };
}

function ratiosOf(legs, clients) {
  const rows = clients.flatMap((count) =>
    namesOf(legs, count)
      .filter((name) => name.startsWith('Docket'))
      .map((name) => {
        const against = (field) => [transaction, statement].map((bare) => ratioOf(legs, count, field, name, bare));
        return [name, count, ...against('perSecond'), ...against('p50'), ...against('postgres')];
      }),
  );
  const figures = ['orders/s', 'p50', 'CPU of PostgreSQL'];
  return {
    columns: ['', 'clients', ...figures.flatMap((each) => [`${each} ÷ ${transaction}`, `÷ ${statement}`])],
    rows,
  };
}

/** Median over the rounds of a figure of one contestant by that of another. */
function ratioOf(legs, clients, field, name, bare) {
  const opponents = legsOf(legs, clients, bare);
  const ratios = legsOf(legs, clients, name).map(
    (leg) => leg[field] / opponents.find(({ round }) => round === leg.round)[field],
  );
  return median(ratios);
}

/** What was promised of one and of 32 clients, and what came of it. */
function goalsOf(legs, clients) {
  const goals = [
    {
      count: 32,
      text: `orders/s at least 1.0 of ${transaction}, never below 0.5`,
      field: 'perSecond',
      met: (r) => r >= 1,
    },
    { count: 1, text: `p50 at most 3 times that of ${transaction}`, field: 'p50', met: (r) => r <= 3 },
  ];
  return goals
    .filter(({ count }) => clients.includes(count))
    .map(({ count, text, field, met }) => {
      const ratio = ratioOf(legs, count, field, 'Docket', transaction);
      return `Goal at ${count} clients: ${text}. It is ${ratio.toPrecision(3)}: ${met(ratio) ? 'reached' : 'missed'}.`;
    });
}

const namesOf = (legs, clients) => [
  ...new Set(legs.filter((leg) => leg.clients === clients).map((leg) => leg.contestant)),
];
const legsOf = (legs, clients, name) => legs.filter((leg) => leg.clients === clients && leg.contestant === name);

const meanBytes = () => {
  const bodies = orderBodies(200);
  return Math.round(bodies.reduce((sum, body) => sum + Buffer.byteLength(JSON.stringify(body)), 0) / bodies.length);
};
