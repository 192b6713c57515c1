import { type Consignment, consignmentStatus } from '@docket/core/consignment/consignment';
import type { ConsignmentCommand } from '@docket/core/consignment/consignment-commands';
import type { Command } from '@docket/core/order/commands';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { loadConsignments } from '../src/event-log/load-consignment.js';
import { loadOrders } from '../src/event-log/load-order.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/**
 * Several processes ask things of one consignment and of its orders at the same moment. Whatever happens is what one after
 * the other would have given: a parcel that left is in the consignment that left, and nobody is told yes for nothing.
 */

let path: WritePath;
let processes: readonly Pick<WritePath, 'execute' | 'executeConsignment'>[];

beforeAll(async () => {
  path = await openWritePath();
  processes = [path, path.another(), path.another()];
});
afterAll(() => path.close());

async function handled(): Promise<string> {
  const { orderId } = acceptedOrder(await path.execute(asked(placement({ workflow: 'simple' })))).head;
  const pay = { type: 'approve_payment', paymentId: 'p1' } as const;
  for (const command of [pay, { type: 'start_handling' } as const])
    acceptedOrder(await path.execute(asked(command, { orderId })));
  return orderId;
}

const staff = { account: 'acme', actor: { kind: 'staff', id: 'staff:ana' }, reason: 'a test' } as const;

/** One of the processes, in turn. */
const process = (index: number) => {
  const found = processes[index % processes.length];
  if (found === undefined) throw new Error('there is no process');
  return found;
};
const consign = (index: number, command: ConsignmentCommand, consignmentId?: string) =>
  process(index).executeConsignment({ ...staff, command, ...(consignmentId === undefined ? {} : { consignmentId }) });
const ask = (index: number, orderId: string, command: Command) => process(index).execute(asked(command, { orderId }));

async function created(orderIds: readonly string[], cost = 1_000): Promise<Consignment> {
  const members = orderIds.map((orderId) => ({ orderId }));
  const outcome = await consign(0, { type: 'create_consignment', members, cost });
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.consignment;
}

async function stored(id: string) {
  const found = (await loadConsignments(path.log, 'acme', [id])).get(id);
  if (found === undefined) throw new Error(`there is no consignment ${id}`);
  return found.consignment;
}

const parcelsOf = async (orderIds: readonly string[]) =>
  [...(await loadOrders(path.log, 'acme', orderIds)).values()].map((order) => ({
    cancelled: order.head.cancellation !== null,
    parcels: Object.values(order.documents.package).length,
  }));

const verified = async () =>
  (await withAccounts(path.database.serving, ['acme'], (client) => verifyAccount(client, path.log.keys, 'acme', 10)))
    .findings;

describe('consignments that several people work on at once', () => {
  it('hand-over and cancellation of a member: it leaves with the others or is cancelled, never both and never neither', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const [a, b] = [await handled(), await handled()];
      const { consignmentId } = await created([a, b]);
      // whoever begins later loses more often
      const wait = (late: boolean) => new Promise((resolve) => setTimeout(resolve, late ? round % 4 : 0));
      const [handover, cancellation] = await Promise.all([
        wait(round % 2 === 0).then(() => consign(round, { type: 'hand_over_consignment' }, consignmentId)),
        wait(round % 2 === 1).then(() => ask(round + 1, b, { type: 'request_cancellation' })),
      ]);
      const [first, second] = await parcelsOf([a, b]);
      const consignment = await stored(consignmentId);
      expect(handover.accepted).toBe(true);
      expect(first).toEqual({ cancelled: false, parcels: 1 });
      expect(second).toEqual({ cancelled: cancellation.accepted, parcels: cancellation.accepted ? 0 : 1 });
      expect(consignment.members.map(({ orderId }) => orderId)).toEqual(cancellation.accepted ? [a] : [a, b]);
      if (!cancellation.accepted) expect(cancellation.refusal.refused).toBe('order_shipped');
      seen.add(String(cancellation.accepted));
    }
    expect(seen.size).toBeGreaterThan(0);
    expect(await verified()).toEqual([]);
  });

  it('one order cannot join two of them, however many ask at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b, c, d] = [await handled(), await handled(), await handled(), await handled()];
      const outcomes = await Promise.all(
        [a, b, c].map((orderId, index) =>
          consign(index, { type: 'create_consignment', members: [{ orderId }, { orderId: d }] }),
        ),
      );
      expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(1);
      for (const outcome of outcomes)
        if (!outcome.accepted) expect(outcome.refusal.refused).toBe('shipment_in_consignment');
    }
    expect(await verified()).toEqual([]);
  });

  it('all of its orders may be worked on meanwhile: it goes back to the start and leaves with what is true then', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, handled));
    const { consignmentId } = await created(ids);
    const outcomes = await Promise.all([
      ...ids.map((orderId, index) => ask(index, orderId, { type: 'add_note', text: 'seen' })),
      consign(0, { type: 'hand_over_consignment', carrier: 'post', trackingNumber: 'T1' }, consignmentId),
      ...ids.map((orderId, index) => ask(index + 1, orderId, { type: 'change_tags', add: ['hot'] })),
      consign(1, { type: 'change_consignment', cost: 600 }, consignmentId),
    ]);
    expect(outcomes.map(({ accepted }) => accepted)).not.toContain(false);
    const orders = [...(await loadOrders(path.log, 'acme', ids)).values()];
    for (const order of orders) {
      expect(Object.values(order.documents.package)).toMatchObject([{ trackingNumber: 'T1', consignmentId }]);
      expect(order.documents.shipment['1']?.consignment?.cost).toBe(100);
      expect(order.head.tags).toEqual(['hot']);
    }
    expect(consignmentStatus(await stored(consignmentId))).toBe('sent');
    expect(await verified()).toEqual([]);
  });

  it('every member that is cancelled at once leaves it, and the last one takes it along', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, handled));
    const { consignmentId } = await created(ids);
    const outcomes = await Promise.all(
      ids.map((orderId, index) => ask(index, orderId, { type: 'request_cancellation' })),
    );
    expect(outcomes.map(({ accepted }) => accepted)).not.toContain(false);
    expect(consignmentStatus(await stored(consignmentId))).toBe('cancelled');
    expect(await verified()).toEqual([]);
  });

  it('of two that arrive twice at once, one is told that it had', async () => {
    const ids = [await handled(), await handled()];
    const { consignmentId } = await created(ids);
    await consign(0, { type: 'hand_over_consignment' }, consignmentId);
    const outcomes = await Promise.all(
      [0, 1, 2].map((index) => consign(index, { type: 'deliver_consignment' }, consignmentId)),
    );
    expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(consignmentStatus(await stored(consignmentId))).toBe('delivered');
    expect(await verified()).toEqual([]);
  });
});
