import type { ReturnCommand } from '@docket/core/order/return-commands';
import type { CommandExample } from './command-examples.js';

const RETURN = { returnId: '1' };
const ARRIVED = ['approve_payment', 'start_handling', 'send_package', 'mark_delivered'] as const;
const ASKED = [...ARRIVED, 'request_return'] as const;
const EXPECTED = [...ASKED, 'authorise_return'] as const;
const CAME = [...EXPECTED, 'receive_return'] as const;

export const RETURN_EXAMPLES: Readonly<Record<ReturnCommand['type'], CommandExample>> = {
  request_return: {
    after: ARRIVED,
    body: { items: [{ lineId: '1', quantity: 2, reason: 'no_longer_needed' }], byBuyer: true },
    receipt: { version: 6, status: 'delivered', amountDue: 0 },
  },
  authorise_return: {
    after: ASKED,
    params: RETURN,
    body: { items: [{ lineId: '1', quantity: 1 }], instructions: 'Unopened, to our shop in Graz.' },
    receipt: { version: 7, status: 'delivered', amountDue: 0 },
  },
  decline_return: {
    after: ASKED,
    params: RETURN,
    body: { reason: 'Opened tea cannot be sold again.' },
    receipt: { version: 7, status: 'delivered', amountDue: 0 },
  },
  withdraw_return: {
    after: ASKED,
    params: RETURN,
    body: {},
    receipt: { version: 7, status: 'delivered', amountDue: 0 },
  },
  receive_return: {
    after: EXPECTED,
    params: RETURN,
    body: { items: [{ lineId: '1', quantity: 1 }], carrier: 'Post', trackingNumber: 'RR987654321AT' },
    receipt: { version: 8, status: 'delivered', amountDue: 0 },
  },
  inspect_return: {
    after: CAME,
    params: RETURN,
    body: { items: [{ lineId: '1', accepted: 1, rejected: 0, restock: true }] },
    receipt: { version: 9, status: 'delivered', amountDue: 0 },
  },
  settle_return: {
    after: [...CAME, 'inspect_return'],
    params: RETURN,
    body: { resolution: 'refund', restockingFee: 90 },
    receipt: { version: 11, status: 'delivered', amountDue: 0 },
  },
  close_return: {
    after: EXPECTED,
    params: RETURN,
    body: { reason: 'The parcel never came.' },
    receipt: { version: 8, status: 'delivered', amountDue: 0 },
  },
};
