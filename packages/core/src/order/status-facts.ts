import { type Instant, openToShip, type Order } from './order.js';
import { standingPackages } from './package.js';
import { paymentState, shippingState, type PaymentState, type ShippingState } from './states.js';
import { type OrionStatus, type StatusFacts, vtexOfOrion, vtexStatusOf } from './status.js';
import {
  shopperTimeline,
  type ChannelPromise,
  type DeliveryChannel,
  type Timeline,
  type TravellingPart,
} from './timeline.js';

/** What `status.ts` asks of an order beside its steps, read off its documents. */
export function statusFacts(order: Pick<Order, 'head' | 'lines' | 'documents'>): StatusFacts {
  return factsFrom(order, paymentState(order), shippingState(order));
}

/** As `statusFacts`, for a caller that has the two states at hand. */
export function factsFrom(
  order: Pick<Order, 'head' | 'lines'>,
  payment: PaymentState,
  shipping: ShippingState,
): StatusFacts {
  return {
    cancelled: order.head.cancellation !== null,
    paid: PROMISED.has(payment),
    sent: sentOf(order, shipping),
    delivered: shipping === 'delivered',
    refunded: payment === 'refunded',
  };
}

/** The VTEX word as `vtexStatusOf` tells it, from what a row of the order list keeps. */
export function listedVtexStatus(row: {
  readonly complete: boolean;
  readonly workflow: string;
  readonly status: string;
  readonly orionStatus: string;
  readonly paymentState: string;
  readonly shippingState: string;
}): string | null {
  if (!row.complete) return null;
  if (row.workflow !== 'simple' && row.workflow !== 'free') return row.status;
  return vtexOfOrion(row.orionStatus as OrionStatus, {
    paid: PROMISED.has(row.paymentState as PaymentState),
    sent: row.shippingState === 'none' ? 'nothing' : 'partly',
  });
}

/** Money states in which nothing is left to authorise; an order that names no payment is sold on account. */
const PROMISED: ReadonlySet<PaymentState> = new Set([
  'none',
  'authorised',
  'paid',
  'overpaid',
  'partly_refunded',
  'refunded',
]);

function sentOf(order: Pick<Order, 'lines'>, shipping: ShippingState): StatusFacts['sent'] {
  switch (shipping) {
    case 'none':
      return 'nothing';
    case 'partly_shipped':
      return 'partly';
    case 'partly_delivered':
      return order.lines.every((line) => openToShip(line) <= 0) ? 'fully' : 'partly';
    case 'shipped':
    case 'delivered':
      return 'fully';
    default: {
      const never: never = shipping;
      throw new Error(`unknown shipping state ${String(never)}`);
    }
  }
}

/** What the five stages of `timeline.ts` are read from: the channels that the order promised, and its packages. */
export function travelOf(order: Pick<Order, 'head' | 'lines' | 'documents'>): {
  channels: readonly ChannelPromise[];
  packages: readonly TravellingPart[];
} {
  const promises = new Map<DeliveryChannel, Instant | null>();
  for (const { type, promisedAt } of order.head.deliveries) {
    const channel = CHANNEL_OF[type];
    const latest = promises.get(channel) ?? null;
    promises.set(channel, latest === null || (promisedAt !== null && promisedAt > latest) ? promisedAt : latest);
  }
  const channels = [...promises].map(([channel, estimate]) => ({ channel, estimate }));
  const parcels = standingPackages(order);
  if (parcels.length === 0) return { channels, packages: [] };

  const deliveryOfLine = new Map(order.lines.map((line) => [line.id, line.deliveryId]));
  const deliveries = new Map(order.head.deliveries.map((delivery) => [delivery.id, delivery]));
  const packages = parcels.map((parcel): TravellingPart => {
    const deliveryId = deliveryOfLine.get(parcel.items[0]?.lineId ?? '') ?? null;
    const delivery = deliveries.get(deliveryId ?? '') ?? order.head.deliveries[0];
    return {
      packageId: parcel.id,
      channel: CHANNEL_OF[delivery?.type ?? 'delivery'],
      estimate: delivery?.promisedAt ?? null,
      courier: { hasEvents: parcel.tracking.length > 0, finished: parcel.deliveredAt !== null },
    };
  });
  return { channels, packages };
}

const CHANNEL_OF = { delivery: 'delivery', pickup: 'pickup-in-point' } as const;

export type ShopperStage = 'placing' | 'paying' | 'handling' | 'handing_over' | 'travelling' | 'received' | 'ended';

const STAGES = ['placing', 'paying', 'handling', 'handing_over', 'travelling'] as const;

/**
 * One word for where the shopper sees the order: the stage of its slowest part. Taken as of the order's last change, so
 * that it is a function of the order alone; only a pickup that becomes due later differs from what the shopper reads.
 */
export function shopperStage(
  order: Pick<Order, 'head' | 'lines' | 'documents'>,
  status: string | null = vtexStatusOf(order.head.instances, statusFacts(order)),
): ShopperStage {
  const { channels, packages } = travelOf(order);
  const timeline = shopperTimeline(status, channels, packages, order.head.updatedAt);
  if ('ended' in timeline) return 'ended';
  const reached = timeline.timelines.map(stageReached);
  const slowest = reached.length === 0 ? 0 : Math.min(...reached);
  return slowest === STAGES.length ? 'received' : (STAGES[slowest] ?? 'placing');
}

/** Index into STAGES; one beyond its end when the last stage is done. */
function stageReached({ stages }: Timeline): number {
  const last = stages.findLastIndex(({ state }) => state !== 'next');
  return last === STAGES.length - 1 && stages[4].state === 'done' ? STAGES.length : Math.max(last, 0);
}
