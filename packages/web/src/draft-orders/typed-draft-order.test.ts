import type { AnswerOf } from '@docket/sdk';
import { describe, expect, it } from 'vitest';
import { addedLine, EMPTY, inputOf, NO_ADDRESS } from './typed-draft-order.js';

/** What the desk sends of a draft order that somebody types. */

const before = (deliveries: readonly object[]): AnswerOf<'getDraftOrder'> =>
  ({ deliveries, buyer: null, payment: null }) as never;

describe('a line that is added', () => {
  it('never takes the id of one that stayed', () => {
    const first = addedLine([], 'a', 'A');
    const second = addedLine([first], 'b', 'B');
    const third = addedLine([second], 'c', 'C');
    expect([first, second, third].map(({ rest }) => rest.id)).toEqual(['1', '2', '3']);
    expect(new Set([second, third].map(({ row }) => row)).size).toBe(2);
  });
});

describe('an address', () => {
  const had = { receiver: 'Rita', street: 'Rua 1', city: 'Faro', country: 'PT', reference: 'behind the church' };

  it('loses what was emptied, and keeps what the desk does not show', () => {
    const address = { ...NO_ADDRESS, street: 'Rua 2', city: 'Faro', country: 'pt' };
    const { deliveries } = inputOf({ ...EMPTY, address }, before([{ type: 'delivery', address: had }]));
    expect(deliveries?.[0]?.address).toEqual({
      street: 'Rua 2',
      city: 'Faro',
      country: 'PT',
      reference: 'behind the church',
    });
  });
});
