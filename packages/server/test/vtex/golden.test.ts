import { expect, it } from 'vitest';
import { masked } from './golden.js';

it('a golden answer tells an id from the same digits within a longer one', () => {
  const ids = new Map([['902', '<pushed>']]);
  const answer = {
    operationId: 'a9024f1c-0902-4b1e-8902-1902b3c4d5e6',
    orderId: 'SLR-902',
    url: '/pvt/orders/902?x=9021',
  };
  expect(masked(answer, ids)).toEqual({
    operationId: '<guid>',
    orderId: 'SLR-<pushed>',
    url: '/pvt/orders/<pushed>?x=9021',
  });
});
