import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.js';
import { FACTS, given, type History, place } from './given.test-support.js';
import { numberedDocuments } from './numbered-documents.js';
import type { Order } from './order.js';

const OCCASION = { at: '2026-03-02T10:00:00.000Z', actor: 'staff:ana', reason: 'a test' };
const TEMPLATES = { payment: 'P-{order}-{count}', capture: 'C-{sequence:4}' } as const;

/** The last event of a history once more, with numbers, and the order that it makes. */
function numbered(before: History | null, after: History, taken: Record<string, number[]> = {}) {
  const events = after.log.slice(before?.log.length ?? 0);
  const answer = numberedDocuments(
    before?.order ?? null,
    events,
    OCCASION,
    { ...FACTS, defaults: { ...FACTS.defaults, documentNumbers: TEMPLATES } },
    new Map(Object.entries(taken)),
    new Map(),
  );
  let order: Order | null = before?.order ?? null;
  for (const event of answer.events)
    order = evolve(order, { ...event, ...OCCASION, version: (order?.head.version ?? 0) + 1 });
  return { ...answer, order: order as Order };
}

describe('a document of an account with templates', () => {
  const placed = given(place());
  const paid = placed.when({ type: 'notify_payment', paymentId: '1' }).history;

  it('is numbered by the template of its kind, which the event records', () => {
    const { order, events } = numbered(null, placed);
    const name = placed.order?.head.number ?? placed.order?.head.orderId ?? '';
    expect(order.documents.payment['1']?.number).toBe(`P-${name}-1`);
    expect(events.at(-1)?.data.numbers).toEqual({ payment: { 1: `P-${name}-1` } });
  });

  it('asks for a number of its series, and is counted in its order until it has one', () => {
    const without = numbered(placed, paid);
    expect(without.missing).toEqual(['capture']);
    expect(without.order.documents.capture['1']?.number).toMatch(/-C1$/);
    const { order, missing } = numbered(placed, paid, { capture: [42] });
    expect(missing).toEqual([]);
    expect(order.documents.capture['1']?.number).toBe('C-0042');
  });

  it('keeps its number for ever', () => {
    const { order } = numbered(placed, paid, { capture: [42] });
    const later = evolve(order, {
      type: 'note_added',
      data: { noteId: '9' },
      personal: null,
      ...OCCASION,
      version: order.head.version + 1,
    } as Parameters<typeof evolve>[1]);
    expect(later.documents.capture['1']?.number).toBe('C-0042');
  });
});
