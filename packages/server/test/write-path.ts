import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { AttemptSources } from '../src/attempt.js';
import { createCommitter, createCommitterPool, type Committer } from '../src/committer/committer.js';
import { createExecuteConsignment, type ExecuteConsignment } from '../src/consignments/execute-consignment.js';
import { query, withAccounts } from '../src/database/pool.js';
import { type EventLog, openEventLog } from '../src/event-log/read-events.js';
import { createExecute, type Envelope, type Execute, type Outcome } from '../src/execute.js';
import { createFacts, type FactsCache } from '../src/facts.js';
import { createNumberBlocks, type NumberBlocks } from '../src/number-blocks.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { createPlaceGroup, type PlaceGroup } from '../src/place-group.js';
import { createPreviews, type Previews } from '../src/previews/previews.js';
import { createSettingStore } from '../src/settings-history/setting-store.js';
import { CHANNELS } from '../src/stores/channels.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/** The write path on a database of its own, as one process runs it. */
export interface WritePath {
  readonly database: TestDatabase;
  readonly log: EventLog;
  readonly committer: Committer;
  readonly facts: FactsCache;
  readonly numbers: NumberBlocks;
  readonly execute: Execute;
  readonly placeGroup: PlaceGroup;
  readonly executeConsignment: ExecuteConsignment;
  readonly previews: Previews;
  /** What providers say, where a test has any: a payment is booked by it. */
  readonly says: { standing: NonNullable<AttemptSources['standing']> };
  /** Stands still unless a test moves it on. */
  readonly clock: { now: string };
  /** Another process on the same database. */
  readonly another: () => Pick<WritePath, 'committer' | 'execute' | 'executeConsignment' | 'placeGroup' | 'previews'>;
  readonly close: () => Promise<void>;
}

export async function openWritePath(accounts: readonly string[] = ['acme']): Promise<WritePath> {
  const database = await createTestDatabase();
  for (const account of accounts) await makeAccount(database, account);
  const log = openEventLog(database.serving, createPersonalKeys('a secret of sufficient length'));
  const clock = { now: '2026-03-02T10:00:00.000Z' };
  const says: WritePath['says'] = { standing: () => Promise.resolve(undefined) };
  const standing: WritePath['says']['standing'] = (...asked) => says.standing(...asked);
  const committers: Committer[] = [];
  const another = () => {
    const committer = createCommitter({ pool: createCommitterPool(database.login, database.roles.serving) });
    committers.push(committer);
    const facts = createFacts({ pool: database.serving });
    const numbers = createNumberBlocks({ pool: database.serving });
    const execute = createExecute({ log, committer, facts, numbers, standing, clock: () => clock.now });
    const previews = createPreviews({ log, execute, facts, numbers, standing, clock: () => clock.now });
    const placeGroup = createPlaceGroup({ log, committer, facts, numbers, clock: () => clock.now });
    const executeConsignment = createExecuteConsignment({ log, committer, facts, numbers, clock: () => clock.now });
    return { committer, facts, numbers, execute, executeConsignment, placeGroup, previews };
  };
  return {
    database,
    log,
    clock,
    says,
    ...another(),
    another,
    close: async () => {
      for (const committer of committers) await committer.close();
      await database.drop();
    },
  };
}

async function makeAccount(database: TestDatabase, account: string): Promise<void> {
  await withAccounts(database.serving, [account], (client) =>
    query(client, { text: 'select ensure_account($1, $1)' }, [account]),
  );
  const web = { channel: 'web', name: 'Web shop', kind: 'shop', store: null, active: true } as const;
  await createSettingStore(database.serving, CHANNELS).load({ account, actor: 'test' }, [web]);
}

/** Rows of a query as the serving role with these accounts. */
export async function rowsOf<Row extends Record<string, unknown>>(
  { database }: Pick<WritePath, 'database'>,
  text: string,
  values: readonly unknown[] = [],
  accounts: readonly string[] = ['acme'],
): Promise<Row[]> {
  const { rows } = await withAccounts(database.serving, accounts, (client) => query<Row>(client, { text }, values));
  return rows;
}

/** An order of 25.00 EUR for Ana, paid by one card payment, out of two lines that are not in the catalogue. */
export function placement(changes: Partial<PlaceOrder> = {}): PlaceOrder {
  return {
    type: 'place',
    store: 'default',
    channel: 'default',
    workflow: 'complete',
    currency: 'EUR',
    cancellationWindow: 0,
    buyer: { email: 'Ana@Example.org', firstName: 'Ana', lastName: 'Lima' },
    lines: [
      { sku: 'mug', name: 'Mug', quantity: 2, priceMicros: 10_000_000 },
      { sku: 'pen', name: 'Pen', quantity: 1, priceMicros: 5_000_000 },
    ],
    deliveries: [{ type: 'delivery', price: 0, address: { country: 'PT', city: 'Porto', street: 'Rua das Flores' } }],
    payments: [{ id: 'p1', method: 'credit_card', amount: 2500 }],
    total: 2500,
    ...changes,
  };
}

const staff = { kind: 'staff', id: 'staff:ana' } as const;

/** What a person of the account asks. */
export function asked(command: Envelope['command'], more: Partial<Envelope> = {}): Envelope {
  return { account: 'acme', command, actor: staff, reason: 'a test', ...more };
}

/** The order of an accepted outcome. Throws where it was refused. */
export function acceptedOrder(outcome: Outcome) {
  if (!outcome.accepted) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.order;
}

export function refusalOf(outcome: Outcome): string {
  if (outcome.accepted) throw new Error('it was accepted');
  return outcome.refusal.refused;
}
