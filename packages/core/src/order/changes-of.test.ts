import { describe, expect, it } from 'vitest';
import { type Change, changesOf, type Json, type JsonObject } from './changes-of.js';
import { evolve } from './evolve.js';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';
import { always } from './random-lives.test-support.js';

/** An order in the shape of the API, as far as the comparison cares. */
const viewOf = ({
  head: { lastLine: _last, ...head },
  lines,
  documents,
  carried: { fields: _, marks: _marks, ...carried },
}: Order): JsonObject =>
  ({
    ...head,
    promotions: head.promotions ?? [],
    instances: head.instances.map(({ domain, step, since }) => ({ domain, step, since })),
    lines: lines.map((line) => ({ byHand: [], ...line })),
    payments: Object.values(documents.payment),
    invoices: Object.values(documents.invoice),
    packages: Object.values(documents.package),
    returnInvoices: Object.values(documents.return_invoice),
    returns: Object.values(documents.return),
    marks: Object.values(_marks ?? {}),
    ...carried,
  }) as unknown as JsonObject;

const told = (before: JsonObject, after: JsonObject): string[] =>
  changesOf(before, after).map(
    ({ path, label, before: had, after: has }) =>
      `${path} | ${label} | ${JSON.stringify(had)} → ${JSON.stringify(has)}`,
  );

describe('what changed between two views of an order', () => {
  it('is told field by field, lines and payments by their ids', () => {
    const paid = given(place(), approve).order as Order;
    const before = given(place()).order as Order;
    expect(told(viewOf(before), viewOf(paid))).toEqual(
      expect.arrayContaining([
        '/payments/0/answer | Payment 1: answer | "pending" → "approved"',
        '/payments/0/authorised | Payment 1: authorised | 0 → 12500',
        '/lines/1/stock/state | Line 2: stock state | "claimed" → "confirmed"',
        `/authorisedAt | Authorised at | null → "${paid.head.updatedAt}"`,
      ]),
    );
  });

  it('holds a new document as one change, and its amounts say that they are amounts', () => {
    const handled = given(place(), approve, startHandling).order as Order;
    const invoiced = given(place(), approve, startHandling, invoice()).order as Order;
    const changes = changesOf(viewOf(handled), viewOf(invoiced));
    expect(changes.find(({ path }) => path === '/invoices/0')).toMatchObject({
      field: 'invoices',
      id: 'A-1',
      label: 'Invoice A-1',
      before: null,
      after: { number: 'A-1', value: 12_500 },
    });
    expect(changes.find(({ field }) => field === 'payments.captured')).toMatchObject({
      after: 12_500,
      format: 'amount',
    });
    expect(changes.find(({ field }) => field === 'lines.invoiced')).toMatchObject({
      before: 0,
      after: 2,
      format: 'plain',
    });
  });

  const lists: readonly [string, Json, Json, readonly string[]][] = [
    ['a tag that came', { tags: ['a'] }, { tags: ['a', 'b'] }, ['/tags/1 | Tag b | null → "b"']],
    ['a tag that went', { tags: ['a', 'b'] }, { tags: ['b'] }, ['/tags/0 | Tag a | "a" → null']],
    [
      'a tag in the place of another',
      { tags: ['a'] },
      { tags: ['b'] },
      ['/tags/0 | Tag a | "a" → null', '/tags/0 | Tag b | null → "b"'],
    ],
    [
      'a line that was taken out before one that changed',
      {
        lines: [
          { id: '1', shipped: 0 },
          { id: '2', shipped: 0 },
        ],
      },
      { lines: [{ id: '2', shipped: 1 }] },
      ['/lines/0 | Line 1 | {"id":"1","shipped":0} → null', '/lines/0/shipped | Line 2: shipped | 0 → 1'],
    ],
    [
      'lines in another order',
      { lines: [{ id: '1' }, { id: '2' }] },
      { lines: [{ id: '2' }, { id: '1' }] },
      ['/lines | Line | [{"id":"1"},{"id":"2"}] → [{"id":"2"},{"id":"1"}]'],
    ],
    [
      'a tracking event that came late',
      { packages: [{ id: '1', tracking: [{ at: 'b' }] }] },
      { packages: [{ id: '1', tracking: [{ at: 'a' }, { at: 'b' }] }] },
      ['/packages/0/tracking/0 | Package 1: tracking | null → {"at":"a"}'],
    ],
    [
      'a custom field, whatever it holds',
      { custom: { 'a/b': { deep: [1] } } },
      { custom: { 'a/b': { deep: [2] } } },
      ['/custom/a~1b | Custom field a/b | {"deep":[1]} → {"deep":[2]}'],
    ],
    [
      'a name that every object has',
      {},
      { custom: { constructor: 1 } },
      ['/custom | Custom field | null → {"constructor":1}'],
    ],
    [
      'a buyer who was forgotten',
      { buyer: { email: 'a' } },
      { buyer: null },
      ['/buyer | Buyer | {"email":"a"} → null'],
    ],
    ['nothing but version and time', { version: 1, updatedAt: 'a' }, { version: 2, updatedAt: 'b' }, []],
  ];
  it.each(lists)('tells %s', (_, before, after, expected) => {
    expect(told(before as JsonObject, after as JsonObject)).toEqual(expected);
  });

  it('leads from the earlier view to the later at every version of whatever history, and is empty only if both are equal', () => {
    always(({ order, log }) => {
      const earlier = log.slice(0, -1).reduce<Order | null>(evolve, null);
      if (earlier === null) return;
      const [before, after] = [viewOf(earlier), viewOf(order)];
      const changes = changesOf(before, after);
      expect(applied(before, changes)).toEqual(silenced(after));
      expect(changes.length === 0).toBe(JSON.stringify(silenced(before)) === JSON.stringify(silenced(after)));
      expect(changesOf(after, structuredClone(after))).toEqual([]);
    }, 100);
  });

  it('leads back as well as forth, over any number of versions', () => {
    always(({ log }) => {
      const first = viewOf(log.slice(0, 1).reduce<Order | null>(evolve, null) as Order);
      const last = viewOf(log.reduce<Order | null>(evolve, null) as Order);
      expect(applied(first, changesOf(first, last))).toEqual(silenced(last));
      expect(applied(last, changesOf(last, first))).toEqual(silenced(first));
    }, 100);
  });
});

/** The view without what the comparison leaves out. */
function silenced(view: JsonObject): unknown {
  const { version: _v, updatedAt: _u, ...rest } = structuredClone(view) as Record<string, unknown>;
  for (const instance of (rest['instances'] ?? []) as Record<string, unknown>[]) delete instance['since'];
  return rest;
}

/** The earlier view with the changes made to it: first what is gone, from the back, then the rest, from the front. */
function applied(before: JsonObject, changes: readonly Change[]): unknown {
  const view = silenced(before);
  for (const { path } of changes.filter(({ after }) => after === null).reverse()) put(view, path, undefined, false);
  for (const { path, before: had, after } of changes) if (after !== null) put(view, path, after, had === null);
  return silenced(view as JsonObject);
}

function put(view: unknown, path: string, value: Json | undefined, isNew: boolean): void {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = parts.pop() ?? '';
  const holder = parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], view);
  const copy = structuredClone(value);
  if (Array.isArray(holder)) holder.splice(Number(name), isNew ? 0 : 1, ...(copy === undefined ? [] : [copy]));
  else if (copy === undefined && ABSENT.test(path)) Reflect.deleteProperty(holder as object, name);
  else (holder as Record<string, unknown>)[name] = copy === undefined ? null : copy;
}

/** Names that are absent where nothing is: a map's, and those of facts that few lines and deliveries have. */
const ABSENT = /^\/ledger\/|\/(?:handedOver|refundedOfCancelled|givenPrice)$/;
