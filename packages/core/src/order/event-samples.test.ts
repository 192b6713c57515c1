import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.js';
import type { RecordedEvent } from './events.js';
import type { Order } from './order.js';
import { EVENT_SCHEMA, upcast } from './upcast.js';

/**
 * Histories as they were written when their shapes shipped. The file is only ever added to: whoever raises a shape adds
 * a history with the new one and leaves the old lines as they are, because logs in the field hold them for ever.
 */
interface Sample {
  readonly ends: {
    readonly steps: readonly string[];
    readonly ledger: object;
    readonly totals: object;
    readonly cancelled: boolean;
    readonly forgotten: boolean;
  };
  readonly events: readonly (Pick<RecordedEvent, 'type' | 'version' | 'at' | 'actor' | 'reason'> & {
    readonly schema: number;
    readonly data: unknown;
    readonly personal: unknown;
  })[];
}

const samples = JSON.parse(readFileSync(new URL('./event-samples.json', import.meta.url), 'utf8')) as readonly Sample[];

describe('event shapes that were ever shipped', () => {
  it('each has a frozen sample', () => {
    const kept = new Set(samples.flatMap(({ events }) => events.map(({ type, schema }) => `${type} ${schema}`)));
    const shipped = Object.entries(EVENT_SCHEMA).flatMap(([type, latest]) =>
      Array.from({ length: latest }, (_, index) => `${type} ${index + 1}`),
    );
    expect(shipped.filter((shape) => !kept.has(shape))).toEqual([]);
  });

  it.each(samples.map((sample, index) => [index + 1, sample] as const))(
    'history %i still folds to what it was',
    (_, sample) => {
      const order = sample.events.reduce<Order | null>((state, { type, schema, data, personal, ...recorded }) => {
        const event = upcast(type, schema, data, personal);
        return evolve(state, { ...event, ...recorded });
      }, null);
      const head = (order as Order).head;
      expect({
        steps: head.instances.map(({ step }) => step),
        ledger: head.ledger,
        totals: head.totals,
        cancelled: head.cancellation !== null,
        forgotten: head.forgotten,
      }).toEqual(sample.ends);
    },
  );

  it('an event that this version does not know is a bug of the installation', () => {
    expect(() => upcast('order_teleported', 1, {}, null)).toThrow('order_teleported');
    expect(() => upcast('order_placed', 99, {}, null)).toThrow('newer than this version');
  });
});
