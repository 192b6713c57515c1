import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Consignment } from './consignment.js';
import { CONSIGNMENT_EVENT_SCHEMA, type RecordedConsignmentEvent, upcastConsignment } from './consignment-events.js';
import { evolveConsignment } from './evolve-consignment.js';

/** Histories as they were written when their shapes shipped. The file is only ever added to, as `order/event-samples.json` is. */
interface Sample {
  readonly ends: Consignment;
  readonly events: readonly (Omit<RecordedConsignmentEvent, 'data'> & {
    readonly schema: number;
    readonly data: unknown;
  })[];
}

const samples = JSON.parse(
  readFileSync(new URL('./consignment-samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];

describe('shapes of events of consignments that were ever shipped', () => {
  it('each has a frozen sample', () => {
    const kept = new Set(samples.flatMap(({ events }) => events.map(({ type, schema }) => `${type} ${schema}`)));
    const shipped = Object.entries(CONSIGNMENT_EVENT_SCHEMA).flatMap(([type, latest]) =>
      Array.from({ length: latest }, (_, index) => `${type} ${index + 1}`),
    );
    expect(shipped.filter((shape) => !kept.has(shape))).toEqual([]);
  });

  it.each(samples.map((sample, index) => [index + 1, sample] as const))(
    'history %i still folds to what it was',
    (_, { ends, events }) => {
      const folded = events.reduce<Consignment | null>(
        (state, { type, schema, data, version, at, actor, reason }) =>
          evolveConsignment(state, { ...upcastConsignment(type, schema, data), version, at, actor, reason }),
        null,
      );
      expect(folded).toEqual(ends);
    },
  );

  it('an event that this version does not know is a bug of the installation', () => {
    expect(() => upcastConsignment('consignment_lost', 1, {})).toThrow('consignment_lost');
    expect(() => upcastConsignment('consignment_sent', 99, {})).toThrow('newer than this version');
  });
});
