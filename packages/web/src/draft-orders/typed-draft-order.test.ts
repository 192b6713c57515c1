import type { AnswerOf } from '@docket/sdk';
import { describe, expect, it } from 'vitest';
import { NO_ADDRESS } from '../parts/typed-address.js';
import { addedDelivery, typedDeliveries } from './typed-delivery.js';
import { addedLine, EMPTY, inputOf } from './typed-draft-order.js';

/** What the desk sends of a draft order that somebody types. */

const before = { buyer: null, payment: null, billingAddress: null } as unknown as AnswerOf<'getDraftOrder'>;

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
    const [delivery] = typedDeliveries([{ type: 'delivery', address: had }]);
    if (delivery === undefined) throw new Error('there is no delivery');
    const typed = { ...EMPTY, deliveries: [{ ...delivery, address }], billing: address };
    const { deliveries, billingAddress } = inputOf(typed, { ...before, billingAddress: had });
    expect(billingAddress).toEqual(deliveries?.[0]?.address);
    expect(deliveries?.[0]?.address).toEqual({
      street: 'Rua 2',
      city: 'Faro',
      country: 'PT',
      reference: 'behind the church',
    });
  });
});

describe('several deliveries', () => {
  it('have ids of their own, which lines name; a line whose delivery is gone goes with the first', () => {
    const first = addedDelivery([]);
    const second = addedDelivery([first]);
    const third = addedDelivery([second]);
    expect([first, second, third].map(({ id }) => id)).toEqual(['1', '2', '3']);
    const line = addedLine([], 'a', 'A');
    const to = (deliveryId: string) => ({ ...line, rest: { ...line.rest, deliveryId } });
    const input = inputOf({ ...EMPTY, deliveries: [second, third], lines: [to('3'), to('1')] }, null);
    expect(input.deliveries?.map(({ id }) => id)).toEqual(['2', '3']);
    expect(input.lines.map(({ deliveryId }) => deliveryId)).toEqual(['3', undefined]);
  });
});
