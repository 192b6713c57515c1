import type { Instant } from '../order/order.js';
import { type Consignment, isSame, type Member, type MemberRef } from './consignment.js';
import type { NewMember, RecordedConsignmentEvent } from './consignment-events.js';

/** The consignment after one more event of its log. Folding the whole log gives the stored state; `docket verify` compares them. */
export function evolveConsignment(consignment: Consignment | null, event: RecordedConsignmentEvent): Consignment {
  if (event.type === 'consignment_created') {
    if (consignment !== null) throw new Error(`consignment ${consignment.consignmentId} was created twice`);
    const { members, ...data } = event.data;
    return {
      ...data,
      version: event.version,
      members: members.map(added),
      createdAt: event.at,
      updatedAt: event.at,
      sentAt: null,
      dispatchedAt: null,
      tracking: [],
      cancelledAt: null,
    };
  }
  if (consignment === null) throw new Error(`${event.type} on a consignment that was never created`);
  return { ...consignment, ...changes(consignment, event), version: event.version, updatedAt: event.at };
}

const added = ({ orderId, shipmentId, weight }: NewMember): Member => ({
  orderId,
  shipmentId,
  weight,
  packageId: null,
  basis: null,
  arrivedAt: null,
  returnedAt: null,
});

function changes(
  { members, tracking }: Consignment,
  event: Exclude<RecordedConsignmentEvent, { type: 'consignment_created' }>,
): Partial<Consignment> {
  switch (event.type) {
    case 'consignment_extended':
      return { members: [...members, ...event.data.members.map(added)] };
    case 'consignment_member_left':
      return { members: members.filter((member) => !isSame(member, event.data)) };
    case 'consignment_changed': {
      const { weights = [], ...details } = event.data;
      if (weights.length === 0) return details;
      const weighed = members.map((member) => {
        const said = weights.find((each) => isSame(each, member));
        return said === undefined ? member : { ...member, weight: said.weight };
      });
      return { ...details, members: weighed };
    }
    case 'consignment_sent': {
      const { members: sent, dispatchedAt } = event.data;
      return {
        sentAt: event.at,
        dispatchedAt,
        members: members.map((member) => {
          const left = sent.find((each) => isSame(each, member));
          return left === undefined ? member : { ...member, packageId: left.packageId, basis: left.basis };
        }),
      };
    }
    case 'consignment_tracked':
      return { tracking: [...tracking, ...event.data.times].sort() };
    case 'consignment_arrived':
      return { members: ended(members, event.data.members, 'arrivedAt', event.data.at) };
    case 'consignment_returned':
      return { members: ended(members, event.data.members, 'returnedAt', event.data.at) };
    case 'consignment_cancelled': {
      const { reason } = event.data;
      return { cancelledAt: event.at, members: [], ...(reason === undefined ? {} : { cancelReason: reason }) };
    }
    default: {
      const never: never = event;
      throw new Error(`cannot fold ${JSON.stringify(never)}`);
    }
  }
}

const ended = (
  members: readonly Member[],
  those: readonly MemberRef[],
  how: 'arrivedAt' | 'returnedAt',
  at: Instant,
): readonly Member[] =>
  members.map((member) => (those.some((each) => isSame(each, member)) ? { ...member, [how]: at } : member));
