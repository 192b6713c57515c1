import { expect } from 'vitest';
import { isBuiltIn } from '../workflow/built-in.js';
import { MADE_TO_ORDER } from '../workflow/made-to-order.test-support.js';
import type { Actor } from '../workflow/table.js';
import type { Command } from './commands.js';
import type { PlaceOrder } from './placing-commands.js';
import { decide } from './decide.js';
import type { Accepted, Context, Facts, OrderIdentity, PlacedBeside, ProductFacts } from './decision.js';
import type { DocumentType } from './document-type.js';
import { withQuote } from './edit-quote.test-support.js';
import { evolve } from './evolve.js';
import type { RecordedEvent } from './events.js';
import { plusSeconds } from './instant.js';
import type { Order } from './order.js';
import { isRefusal, type Refusal } from './refusals.js';
import { REFUSED_BY } from './refused-by.js';
import type { StockClaim } from './stock-claim.js';
import { statusOf } from './status.js';

/** Rules read as `given(…).when(…).then(…)`: what was asked before, what is asked now, what must come of it. */

export const NOON = '2026-03-02T12:00:00.000Z';

const product = (sku: string): ProductFacts => ({
  sku,
  gtin: null,
  name: `Product ${sku}`,
  priceMicros: 40_000_000,
  currency: 'EUR',
  counted: true,
  place: 'main',
});

/** A document of the account's own, with a serial number for the books and an owner who is a person. */
export const WARRANTY: DocumentType = {
  type: 'warranty',
  labels: { en: 'Warranty', de: 'Garantie' },
  numbers: 'WA-{sequence:5}',
  parents: ['order', 'invoice'],
  statuses: [
    { status: 'open', labels: { en: 'Open' }, locks: false },
    { status: 'granted', labels: { en: 'Granted' }, locks: true },
  ],
  moves: { open: ['granted'] },
  fields: {
    type: 'object',
    properties: { serial: { type: 'string', maxLength: 40, 'x-personal': false }, owner: { type: 'string' } },
    required: ['serial'],
  },
  most: null,
  active: true,
};

const MEMO: DocumentType = {
  ...WARRANTY,
  type: 'memo',
  numbers: null,
  parents: ['order', 'warranty'],
  moves: null,
  fields: { type: 'object', properties: {} },
  most: 2,
};

/** Belongs to somebody. */
const DEED: DocumentType = {
  ...MEMO,
  type: 'deed',
  most: null,
  fields: {
    type: 'object',
    properties: { owner: { type: 'string' }, plot: { type: 'string', 'x-personal': false } },
    required: ['owner'],
  },
};

/** As long as fields may be. */
const NOVEL: DocumentType = {
  ...MEMO,
  type: 'novel',
  most: null,
  fields: {
    type: 'object',
    properties: Object.fromEntries(
      ['serial', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
        (name) => [name, { type: 'string', maxLength: 10_000 }] as const,
      ),
    ),
  },
};

export const FACTS: Facts = {
  products: new Map(['MUG', 'CUP'].map((sku) => [sku, product(sku)])),
  shippingMethods: new Map([['flat', { code: 'flat', price: 500, currency: 'EUR' }]]),
  holdTypes: [
    { holdType: 'fraud_review', active: true, blocks: ['all'], releaseBy: 'role:fraud-team' },
    { holdType: 'address_check', active: true, blocks: ['shipping'], releaseBy: null },
    { holdType: 'old_check', active: false, blocks: ['shipping'], releaseBy: null },
  ],
  workflows: [MADE_TO_ORDER],
  documentTypes: [DEED, NOVEL, MEMO, { ...MEMO, type: 'old_memo', active: false }, WARRANTY],
  targetFields: [
    {
      target: 'order',
      fields: {
        type: 'object',
        properties: {
          wrapping: { type: 'string', enum: ['paper', 'cloth'], 'x-personal': false },
          gift: { type: 'boolean' },
        },
      },
    },
    { target: 'line', fields: { type: 'object', properties: { engraving: { type: 'string' } } } },
    {
      target: 'payment',
      fields: { type: 'object', properties: { terminal: { type: 'integer', 'x-personal': false } } },
    },
  ],
  stores: [
    { store: 'default', active: true, orderNumbers: null },
    { store: 'outlet', active: true, orderNumbers: null },
    { store: 'closed', active: false, orderNumbers: null },
  ],
  channels: [
    { channel: 'web', active: true, store: null },
    { channel: 'fair', active: false, store: null },
    { channel: 'kiosk', active: true, store: 'closed' },
  ],
  places: ['main'],
  returns: {
    policies: [{ store: 'outlet', enabled: false, windowDays: 30, statuses: null }],
    reasons: [
      { reason: 'faulty', use: 'request', commentNeeded: true, active: true },
      { reason: 'no_longer_needed', use: 'request', commentNeeded: false, active: true },
      { reason: 'moved_house', use: 'request', commentNeeded: false, active: false },
      { reason: 'worn', use: 'rejection', commentNeeded: false, active: true },
    ],
  },
  pickupPoints: [
    { code: 'station', name: 'Shop at the station', address: { country: 'PT', city: 'Porto', street: 'Largo 1' } },
    { code: 'locker', name: 'Locker', address: null },
  ],
  carriers: [
    { code: 'post', name: 'Post', trackingUrl: 'https://post.example/follow?n={trackingNumber}' },
    { code: 'bike', name: 'Bike', trackingUrl: null },
  ],
  defaults: { store: 'default', channel: 'web', workflow: 'complete', rounding: 'half_up', orderNumbers: null },
  windowSeconds: 1800,
  placementSeconds: 300,
};

/** Two mugs at 40.00 and one cup at 40.00, 5.00 shipping, paid by one card: 125.00. */
export const place = (changes: Partial<PlaceOrder> = {}): PlaceOrder => ({
  type: 'place',
  store: 'default',
  channel: 'web',
  workflow: 'complete',
  currency: 'EUR',
  buyer: { email: 'ana@example.test', firstName: 'Ana', lastName: 'Reis' },
  lines: [
    { sku: 'MUG', quantity: 2 },
    { sku: 'CUP', quantity: 1 },
  ],
  deliveries: [{ type: 'delivery', method: 'flat', address: { country: 'PT', city: 'Porto' } }],
  payments: [{ method: 'card', amount: 12_500 }],
  total: 12_500,
  cancellationWindow: 0,
  ...changes,
});

export const approve = { type: 'approve_payment', paymentId: '1' } as const satisfies Command;
export const startHandling = { type: 'start_handling' } as const satisfies Command;
export const invoice = (changes: object = {}): Command => ({
  type: 'issue_invoice',
  number: 'A-1',
  value: 12_500,
  ...changes,
});

export interface History {
  readonly order: Order | null;
  readonly log: readonly RecordedEvent[];
  readonly claims: readonly StockClaim[];
  readonly at: string;
  /** Orders that were placed in exchange, as their first events made them. */
  readonly placed: readonly Order[];
  when(command: Command, by?: Actor, afterSeconds?: number, facts?: Facts, may?: readonly string[]): Answer;
}

export interface Answer {
  readonly answer: Accepted | Refusal;
  readonly history: History;
  then(...types: RecordedEvent['type'][]): Answer;
  refused(code: Refusal['refused'], pointer?: string): Answer;
  status(status: string | null): Answer;
  moves(...moves: string[]): Answer;
}

const EMPTY: History = historyOf(null, [], [], NOON);

/** A history of accepted commands, one minute apart. */
export function given(...commands: readonly Command[]): History {
  return commands.reduce((history, command) => {
    const { answer, history: next } = history.when(command, actorOf(command));
    if (isRefusal(answer)) throw new Error(`given ${command.type} was refused: ${JSON.stringify(answer)}`);
    return next;
  }, EMPTY);
}

/** Timers send their commands as the system does. */
const actorOf = (command: Command): Actor =>
  command.type.startsWith('end_') || command.type === 'expire_placement' ? 'system' : 'staff';

export function historyOf(
  order: Order | null,
  log: readonly RecordedEvent[],
  claims: readonly StockClaim[],
  at: string,
  placed: readonly Order[] = [],
): History {
  return {
    order,
    log,
    claims,
    at,
    placed,
    when(command, actor = actorOf(command), afterSeconds = 60, facts = FACTS, may) {
      const now = plusSeconds(at, afterSeconds);
      const context: Context = {
        at: now,
        actor: { kind: actor, id: `${actor}:test`, ...(may === undefined ? {} : { may: new Set(may) }) },
        reason: 'test',
        ...(command.type === 'add_document'
          ? { documentSequence: Object.keys(order?.documents.custom ?? {}).length + 1 }
          : {}),
        ...(command.type === 'place' || command.type === 'import_order'
          ? {
              identity: {
                account: 'default',
                orderId: '1480000500001-01',
                group: '1480000500001',
                position: 1,
                sequence: 500_001,
              },
            }
          : {}),
        ...('exchange' in command ? { identity: replacementIds(placed.length) } : {}),
      };
      const answer = decide(order, command, withQuote(order, command, facts, now), context);
      if (isRefusal(answer)) {
        const by = REFUSED_BY[answer.refused];
        if (by !== 'any' && !by.includes(command.type)) {
          throw new Error(`${command.type} is not named in refused-by.ts for ${answer.refused}`);
        }
        return answerOf(answer, historyOf(order, log, claims, now, placed), order);
      }
      const recorded = answer.events.map((event, index): RecordedEvent => ({
        ...event,
        version: log.length + index + 1,
        at: now,
        actor: context.actor.id,
        reason: context.reason,
      }));
      const folded = recorded.reduce<Order | null>(evolve, order);
      const after = folded === null ? null : withTables(folded);
      const beside = answer.placed === undefined ? [] : [newOrder(answer.placed, context)];
      return answerOf(
        answer,
        historyOf(after, [...log, ...recorded], [...claims, ...answer.claims], now, [...placed, ...beside]),
        after,
      );
    },
  };
}

const replacementIds = (count: number): OrderIdentity => {
  const group = String(1_480_000_600_001 + count);
  return { account: 'default', orderId: `${group}-01`, group, position: 1, sequence: 600_001 + count };
};

const newOrder = ({ events }: PlacedBeside, { at, actor, reason }: Context): Order =>
  withTables(
    events.reduce<Order | null>(
      (order, event, index) => evolve(order, { ...event, version: index + 1, at, actor: actor.id, reason }),
      null,
    ) as Order,
  );

/** As whoever loads an order does it. */
export const withTables = (order: Order): Order =>
  isBuiltIn(order.head.workflow) || order.published.length > 0 ? order : { ...order, published: [MADE_TO_ORDER] };

function answerOf(answer: Accepted | Refusal, history: History, order: Order | null): Answer {
  const self: Answer = {
    answer,
    history,
    then(...types) {
      expect(isRefusal(answer) ? answer : answer.events.map(({ type }) => type)).toEqual(types);
      return self;
    },
    refused(code, pointer) {
      expect(isRefusal(answer) ? answer : 'accepted').toMatchObject({
        refused: code,
        ...(pointer === undefined ? {} : { pointer }),
      });
      return self;
    },
    status(status) {
      expect(statusOf(order?.head.instances ?? [])).toBe(status);
      return self;
    },
    moves(...moves) {
      const made = isRefusal(answer) ? [] : answer.events.flatMap(({ data }) => data.moves ?? []);
      expect(made.map(({ instance, to }) => `${instance[0] ?? ''}:${to}`)).toEqual(moves);
      return self;
    },
  };
  return self;
}
