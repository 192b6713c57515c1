// (e) What each choice of the commit costs: the same units through the same committer, once as shipped and once with a
// commit function that leaves one thing out. Each variant has a database of its own on one server and takes its turn.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { decide } from '../packages/core/dist/order/decide.js';
import { isRefusal } from '../packages/core/dist/order/refusals.js';
import { createCommitter, createCommitterPool } from '../packages/server/dist/committer/committer.js';
import { writtenOrder } from '../packages/server/dist/committer/order-write.js';
import { newCommandId } from '../packages/server/dist/event-log/seal-events.js';
import { migrate } from '../packages/server/dist/database/migrate.js';
import { createPersonalKeys } from '../packages/server/dist/personal-data/keys.js';
import { one, openCluster, temporaryDirectory } from './cluster.mjs';
import { fillShelf } from './docket.mjs';
import { centsOf, orderBodies, skuCount, skuOf } from './order-body.mjs';
import { median } from './statistics.mjs';

const account = 'bench';
const keys = createPersonalKeys('a secret of the benchmark');
const actor = { kind: 'staff', id: 'key:bench' };
const reason = 'asked by the benchmark';

/**
 * `change` takes the text of the commit function and answers the variant's; `null` is the function as shipped.
 * @typedef {{ name: string, change?: (text: string) => string, idempotency?: boolean, session?: string }} Variant
 */

/** @type {readonly Variant[]} */
const variants = [
  { name: 'as shipped' },
  {
    name: 'no head counter: seq from a sequence, gaps, not in commit order',
    change: (text) =>
      replaced(
        text,
        /update account_heads\s+set seq = seq \+ h_events\[i\]\s+where account = h_account\[i\]\s+returning seq, catalogue_version into written, catalogue;/,
        // 1,000 numbers a batch: more than a batch has events.
        `select nextval('bench_seq') * 1000, catalogue_version into written, catalogue
           from account_heads where account = h_account[i];`,
      ),
  },
  {
    name: 'no order list in the commit',
    change: (text) => replaced(text, /perform apply_order_list\(.*?\);/, 'null;'),
  },
  { name: 'no rollups in the commit', change: (text) => replaced(text, /perform apply_rollups\(.*?\);/, 'null;') },
  { name: 'with an Idempotency-Key on every order', idempotency: true },
  { name: 'not waiting for the disk: synchronous_commit off', session: '-c synchronous_commit=off' },
];

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, rounds, clients, progress, undo }) {
  const directory = temporaryDirectory();
  const cluster = await openCluster(directory);
  undo(() => cluster.close());
  const opened = [];
  for (const [index, variant] of variants.entries())
    opened.push(await open(cluster, variant, `bench_choice_${index}`, undo));

  const unitsARound = quick ? 300 : 4_000;
  const roundCount = quick ? 1 : Math.max(5, rounds);
  const inFlight = Math.max(...clients);
  const legs = [];
  let sequence = 0;
  const nextUnits = (count) => Array.from({ length: count }, () => unitOf((sequence += 1)));
  progress('warming up');
  const first = nextUnits(unitsARound);
  for (const variant of opened) await drive(variant, first, inFlight);
  for (let round = 0; round < roundCount; round += 1) {
    for (const many of [inFlight, 1]) {
      // One at a time every order waits for the disk, so fewer of them take as long.
      const units = nextUnits(many === 1 ? Math.ceil(unitsARound / 4) : unitsARound);
      // After a checkpoint the first change of each page writes the whole page.
      const pageWriters = nextUnits(Math.ceil(unitsARound / 10));
      for (let place = 0; place < opened.length; place += 1) {
        const variant = opened[(place + round) % opened.length];
        progress(`round ${round + 1} of ${roundCount}, ${many} at once: ${variant.name}`);
        await cluster.checkpoint();
        await drive(variant, pageWriters, inFlight);
        const before = await cluster.counters();
        const { seconds, micros } = await drive(variant, units, many);
        const after = await cluster.counters();
        legs.push({
          round,
          variant: variant.name,
          inFlight: many,
          perSecond: units.length / seconds,
          node: micros / units.length,
          postgres: (after.micros - before.micros) / units.length,
          wal: (after.wal - before.wal) / units.length,
        });
      }
    }
  }
  return {
    title: '(e) What the choices of the commit cost',
    tables: [inFlight, 1].map((many) => tableOf(legs, many)),
    notes: [
      `${roundCount} rounds of ${unitsARound} orders of one account (a quarter of it one at a time), decided beforehand and driven through the committer without HTTP; medians of the ratios of each round.`,
      'CPU is microseconds an order; Node is encoding and sending alone.',
    ],
    data: legs,
  };
}

async function open(cluster, { name, change, idempotency = false, session }, database, undo) {
  const pool = await cluster.createDatabase(database);
  const owner = await pool.connect();
  const { roles } = await migrate(owner);
  owner.release();
  await pool.query('select ensure_account($1, $1)', [account]);
  await fillShelf(pool, account);
  if (change !== undefined) {
    const { text } = await one(pool, "select pg_get_functiondef('commit_batch'::regproc) as text");
    await pool.query(
      `create sequence bench_seq; grant usage on sequence bench_seq to ${roles.serving ?? 'current_user'}`,
    );
    await pool.query(change(text));
  }
  const login = { ...cluster.connection, database, ...(session === undefined ? {} : { options: session }) };
  const committer = createCommitter({ pool: createCommitterPool(login, roles.serving) });
  undo(() => committer.close());
  return { name, idempotency, committer };
}

function replaced(text, part, by) {
  if (!part.test(text))
    throw new Error(`the commit function no longer holds ${part}: bench/commit-choices.mjs must follow it`);
  return text.replace(part, () => by);
}

/** Commits all units, so many at once. */
async function drive({ committer, idempotency }, units, inFlight) {
  const ready = idempotency ? units.map(withIdempotency) : units;
  let next = 0;
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (next < ready.length) {
        const answer = await committer.commit(ready[next++]);
        if (answer.kind !== 'ok') throw new Error(`a unit was answered ${JSON.stringify(answer)}`);
      }
    }),
  );
  const cpu = process.cpuUsage(cpuBefore);
  return { seconds: (performance.now() - began) / 1000, micros: cpu.user + cpu.system };
}

function withIdempotency(unit) {
  const [{ orderId, events }] = unit.orders;
  const entry = { account, credential: 'bench', key: orderId, content: 'c'.repeat(64), orderId, outcome: 'place' };
  return { ...unit, idempotency: { ...entry, version: events.length, at: events[0].at } };
}

const bodies = orderBodies(500, 3);

const facts = {
  products: new Map(
    Array.from({ length: skuCount }, (_, index) => {
      const sku = skuOf(index + 1);
      const product = {
        sku,
        gtin: null,
        name: `Product ${sku}`,
        priceMicros: centsOf(index + 1) * 10_000,
        currency: 'EUR',
      };
      return [sku, { ...product, counted: true, place: 'main' }];
    }),
  ),
  shippingMethods: new Map(),
  workflows: [],
  stores: [{ store: 'default', active: true, orderNumbers: null }],
  channels: [{ channel: 'default', active: true, store: null }],
  places: ['main'],
  defaults: { store: 'default', channel: 'default', workflow: 'complete', rounding: 'half_up', orderNumbers: null },
  windowSeconds: 1_800,
  placementSeconds: 300,
};

/** What `execute` hands to the committer for a placed order. */
function unitOf(sequence) {
  const group = String(1_480_000_000_000 + sequence);
  const orderId = `${group}-01`;
  const at = new Date().toISOString();
  const command = { ...bodies[sequence % bodies.length], type: 'place', workflow: 'complete' };
  const identity = { account, orderId, group, position: 1, sequence };
  const decision = decide(null, command, facts, { at, actor, reason, identity });
  if (isRefusal(decision)) throw new Error(`refused: ${JSON.stringify(decision)}`);
  const { events, claims } = decision;
  const occasion = { at, actor: actor.id, reason, commandId: newCommandId() };
  const { write } = writtenOrder({ account, orderId, before: null, events, claims, workflows: [], occasion, keys });
  return { accounts: [account], orders: [write] };
}

function tableOf(legs, many) {
  const own = legs.filter(({ inFlight }) => inFlight === many);
  const shipped = (round) => own.find((leg) => leg.round === round && leg.variant === variants[0].name);
  const rows = variants.map(({ name }) => {
    const mine = own.filter(({ variant }) => variant === name);
    const middle = (field) => median(mine.map((leg) => leg[field]));
    const ratio = (field) => median(mine.map((leg) => leg[field] / shipped(leg.round)[field]));
    return [
      name,
      middle('perSecond'),
      ratio('perSecond'),
      middle('node'),
      middle('postgres'),
      ratio('postgres'),
      middle('wal'),
    ];
  });
  const columns = ['', 'orders/s', '÷ as shipped', 'CPU Node', 'CPU PostgreSQL', '÷ as shipped', 'WAL bytes'];
  return { caption: many === 1 ? 'One order at a time.' : `${many} orders at once.`, columns, rows };
}
