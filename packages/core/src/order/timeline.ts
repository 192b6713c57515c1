/** The five stages that a shopper follows (vtex-oms §4), for deliveries and for orders that wait at a pickup point. */

export type DeliveryChannel = 'delivery' | 'pickup-in-point';

/** A part of the order that travels on its own: a package, or what is still to be packed for one channel. */
export interface TravellingPart {
  /** Null before there is a package. */
  readonly packageId: string | null;
  readonly channel: DeliveryChannel;
  /** ISO instant at which the shopper was told to expect it; null where nobody said. */
  readonly estimate: string | null;
  readonly courier: {
    /** The carrier has reported something. */
    readonly hasEvents: boolean;
    /** It was handed to the shopper. */
    readonly finished: boolean;
  };
}

/** `next`: not begun · `current`: going on · `done`. */
export type StageState = 'next' | 'current' | 'done';

export interface Stage {
  readonly stage: 1 | 2 | 3 | 4 | 5;
  readonly trigger: string;
  readonly label: string;
  readonly state: StageState;
}

export interface Timeline {
  readonly channel: DeliveryChannel;
  readonly packageId: string | null;
  readonly stages: readonly [Stage, Stage, Stage, Stage, Stage];
}

/** An order that has ended without being sent shows one label instead of a timeline. */
export type ShopperTimeline = { readonly ended: string } | { readonly timelines: readonly Timeline[] };

/**
 * What a shopper sees. `status` is the VTEX status (`vtexStatusOf`), null for an order without workflow; `at` is the present
 * as an ISO instant. One timeline for each package; a channel without packages has one of its own, so that a mixed basket
 * of which only the delivery was packed still shows its pickup.
 */
export function shopperTimeline(
  status: string | null,
  channels: readonly ChannelPromise[],
  packages: readonly TravellingPart[],
  at: string,
): ShopperTimeline {
  const ended = status === null ? undefined : ENDED[status];
  if (ended !== undefined) return { ended };
  const unpacked = channels
    .filter(({ channel }) => !packages.some((parcel) => parcel.channel === channel))
    .map(({ channel, estimate }) => ({ packageId: null, channel, estimate, courier: NOTHING_REPORTED }));
  return { timelines: [...packages, ...unpacked].map((part) => timelineOf(status, part, at)) };
}

/** A channel that the order uses, each named once, with the latest date promised for it. */
export interface ChannelPromise {
  readonly channel: DeliveryChannel;
  readonly estimate: string | null;
}

const NOTHING_REPORTED = { hasEvents: false, finished: false };

/** `payment-denied` reads "Canceled" in §3.1; `cancel` is the same a moment later; `replaced` is our choice. */
const ENDED: Readonly<Record<string, string>> = {
  'payment-denied': 'Canceled',
  cancel: 'Canceled',
  canceled: 'Canceled',
  replaced: 'Replaced',
};

/** The five stages of one part of an order. */
export function timelineOf(status: string | null, part: TravellingPart, at: string): Timeline {
  const progress = progressOf(status);
  const pickup = part.channel === 'pickup-in-point';
  const handed = pickup ? TO_PICKUP_POINT : TO_CARRIER;
  return {
    channel: part.channel,
    packageId: part.packageId,
    stages: [
      stageAt(1, PLACING, progress.placing),
      stageAt(2, PAYING, progress.paying),
      stageAt(3, HANDLING, progress.handling),
      stageAt(4, handed, progress.invoiced ? handedOver(part) : 'next'),
      pickup
        ? stageAt(5, PICKUP, progress.invoiced ? waitingAtPoint(part, at) : 'next')
        : stageAt(5, SHIPPING, progress.invoiced ? travelling(part) : 'next'),
    ],
  };
}

interface Progress {
  readonly placing: StageState;
  readonly paying: StageState;
  readonly handling: StageState;
  readonly invoiced: boolean;
}

const NO_WORKFLOW: Progress = { placing: 'next', paying: 'next', handling: 'next', invoiced: false };
const PLACED: Progress = { placing: 'current', paying: 'next', handling: 'next', invoiced: false };
/** Stage 1 done and stage 2 not begun: somebody has to agree to the order first (vtex-oms §4, notes). */
const WAITING_FOR_A_YES: Progress = { placing: 'done', paying: 'next', handling: 'next', invoiced: false };
const BEING_PAID: Progress = { placing: 'done', paying: 'current', handling: 'next', invoiced: false };
const BEING_HANDLED: Progress = { placing: 'done', paying: 'done', handling: 'current', invoiced: false };
const INVOICED: Progress = { placing: 'done', paying: 'done', handling: 'done', invoiced: true };

const PROGRESS: Readonly<Record<string, Progress>> = {
  'order-create-error': NO_WORKFLOW,
  'order-creation-error': NO_WORKFLOW,
  'order-created': PLACED,
  'order-completed': PLACED,
  'on-order-completed': PLACED,
  'order-accepted': PLACED,
  'on-order-completed-ffm': PLACED,
  'waiting-for-authorization': WAITING_FOR_A_YES,
  'waiting-for-order-authorization': WAITING_FOR_A_YES,
  'payment-pending': BEING_PAID,
  'approve-payment': BEING_PAID,
  'window-to-change-payment': BEING_PAID,
  invoiced: INVOICED,
};

/**
 * Every other status stands for work that goes on, open cancellation requests included: the source lists seven of them
 * (§4 stage 3), its notes add six. A status that we have never heard of must not claim that a package is on its way.
 */
function progressOf(status: string | null): Progress {
  return status === null ? NO_WORKFLOW : (PROGRESS[status] ?? BEING_HANDLED);
}

/** Invoiced goods are being handed over until the carrier reports something (our reading of the third row of stage 4). */
function handedOver({ courier }: TravellingPart): StageState {
  return courier.hasEvents || courier.finished ? 'done' : 'current';
}

/** `finished` decides first: read from the top, the rows would never reach "shipped" (vtex-oms §4, notes). */
function travelling({ courier }: TravellingPart): StageState {
  if (courier.finished) return 'done';
  return courier.hasEvents ? 'current' : 'next';
}

function waitingAtPoint({ courier, estimate }: TravellingPart, at: string): StageState {
  if (courier.finished) return 'done';
  return estimate !== null && Date.parse(estimate) > Date.parse(at) ? 'next' : 'current';
}

type Wording = Readonly<Record<StageState, readonly [trigger: string, label: string]>>;

const PLACING: Wording = {
  next: ['order.progress.confirmOrder', 'Place order'],
  current: ['order.progress.confirmingOrder', 'Placing order'],
  done: ['order.progress.orderConfirmed', 'Order placed'],
};
const PAYING: Wording = {
  next: ['order.progress.approvePayment', 'Approve payment'],
  current: ['order.progress.approvingPayment', 'Approving payment'],
  done: ['order.progress.paymentApproved', 'Payment approved'],
};
const HANDLING: Wording = {
  next: ['order.progress.handleShipping', 'Handle order'],
  current: ['order.progress.handlingShipping', 'Handling order'],
  done: ['order.progress.shippingHandled', 'Package handled'],
};
const TO_CARRIER: Wording = {
  next: ['order.progress.deliverToCarrier', 'Deliver to carrier'],
  current: ['order.progress.delivering', 'Delivering to carrier'],
  done: ['order.progress.delivered', 'Delivered to carrier'],
};
const TO_PICKUP_POINT: Wording = {
  next: ['order.progress.deliverToPickup', 'Ship to pickup point'],
  current: ['order.progress.deliveringToPickup', 'Shipping to pickup point'],
  done: ['order.progress.deliveredToPickup', 'Shipped to pickup point'],
};
const SHIPPING: Wording = {
  next: ['order.progress.ship', 'Ship order'],
  current: ['order.progress.shipping', 'Shipping order'],
  done: ['order.progress.shipped', 'Order shipped'],
};
const PICKUP: Wording = {
  next: ['order.progress.pickup', 'Pickup'],
  current: ['order.state.ready-for-pickup', 'Ready for pickup'],
  done: ['order.state.pickedUp', 'Picked up'],
};

function stageAt(stage: Stage['stage'], wording: Wording, state: StageState): Stage {
  const [trigger, label] = wording[state];
  return { stage, trigger, label, state };
}
