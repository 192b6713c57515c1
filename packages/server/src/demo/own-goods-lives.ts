import type { Life, Living } from './life.js';
import { instant, living } from './life.js';
import { DAY, MINUTE } from './busy-hours.js';
import { type Sale, timer, valueOf } from './sale.js';

/** How orders go in the workflow `complete`: the shop sells and sends its own goods. */
export const OWN_GOODS = {
  delivered: (sale) => arrived(sale).steps,
  two_parcels: (sale) => inTwoParcels(sale).steps,
  collected: (sale) => collected(sale).steps,
  returned: (sale) => returned(sale).steps,
  goodwill: (sale) =>
    arrived(sale)
      .after(DAY / MINUTE, (3 * DAY) / MINUTE)
      .ask(someone(sale), { type: 'add_note', text: 'Buyer wrote: the parcel came with a dented corner.' })
      .ask(someone(sale), { type: 'refund', amount: Math.ceil(sale.order.total / 10), reason: 'Damaged on the way' })
      .steps,
  cancelled_early: (sale) =>
    paid(sale)
      .after(2, 25)
      .ask(sale.crew.shop, {
        type: 'request_cancellation',
        byBuyer: true,
        reason: sale.random.pick(['Ordered twice', 'Wrong colour', 'Changed my mind']),
      }).steps,
  cancellation_open: (sale) =>
    askedToCancel(sale)
      .afterMillis(30 * DAY)
      .ask(timer(sale.crew, 'cancellation_deadline'), { type: 'end_deadline' }).steps,
  cancellation_denied: (sale) => {
    const life = askedToCancel(sale)
      .after(60, 1_200)
      .ask(someone(sale), { type: 'deny_cancellation', reason: 'Packed already' });
    return travelled(sale, invoiced(sale, life)).steps;
  },
  cancellation_confirmed: (sale) =>
    askedToCancel(sale).after(60, 1_200).ask(someone(sale), { type: 'confirm_cancellation', reason: 'Not packed yet' })
      .steps,
  payment_denied: (sale) =>
    placed(sale)
      .after(1, 30)
      .ask(sale.crew.payments, {
        type: 'deny_payment',
        paymentId: '1',
        message: sale.random.pick(['Insufficient funds', 'Refused by the bank', 'The card has expired']),
      }).steps,
  unpaid: (sale) =>
    placed(sale)
      .after(4_000, 6_000)
      .ask(someone(sale), { type: 'add_note', text: 'Reminded the buyer of the bank transfer.' })
      .after(9_000, 11_000)
      .ask(someone(sale), { type: 'request_cancellation', reason: 'Never paid' }).steps,
  abandoned: (sale) =>
    living(sale.random, sale.at)
      .ask(sale.crew.shop, { ...sale.order, incomplete: true })
      .afterMillis(300_000)
      .ask(timer(sale.crew, 'placement'), { type: 'expire_placement' }).steps,
  closed_short: (sale) => closedShort(sale).steps,
  stuck: (sale) => {
    const life = handled(sale)
      .after(300, 1_500)
      .ask(someone(sale), { type: 'change_tags', add: ['ask-supplier'] });
    const by = someone(sale);
    const text = sale.random.pick([
      'One piece is missing on the shelf; asked the maker.',
      'The glaze is scratched; waiting for a new one.',
    ]);
    return life.ask(by, { type: 'add_note', text }).ask(by, {
      type: 'place_hold',
      holdType: 'customer_request',
      blocks: ['shipping'],
      reason: 'The buyer wants all of it in one parcel.',
    }).steps;
  },
  slow: (sale) => travelled(sale, invoiced(sale, handled(sale, [5_800, 9_500]))).steps,
  lost: (sale) => {
    const life = invoiced(sale, handled(sale));
    return life
      .after(600, 1_500)
      .ask(sale.crew.carrier, reported(life.at(), 'Parcel is held at the depot'))
      .after(4_500, 7_000)
      .ask(someone(sale), { type: 'add_note', text: 'Asked the carrier to search for the parcel.' }).steps;
  },
} as const satisfies Readonly<Record<string, (sale: Sale) => Life>>;

export type OwnGoods = keyof typeof OWN_GOODS;

const someone = ({ crew, random }: Sale) => crew.somebody(random).by;

const placed = (sale: Sale): Living => living(sale.random, sale.at).ask(sale.crew.shop, sale.order);

const paid = (sale: Sale): Living =>
  placed(sale).after(1, 9).ask(sale.crew.payments, { type: 'approve_payment', paymentId: '1' });

/** The buyer's half hour is over: the timer said so. */
function ready(sale: Sale): Living {
  const life = paid(sale);
  const window = sale.order.cancellationWindow ?? 1_800;
  return window === 0
    ? life
    : life
        .afterMillis(window * 1_000)
        .ask(timer(sale.crew, 'cancellation_window'), { type: 'end_cancellation_window' });
}

function handled(sale: Sale, minutes: readonly [number, number] = [50, 1_500]): Living {
  const { by, assignee } = sale.crew.somebody(sale.random);
  const life = ready(sale).after(...minutes);
  if (sale.random.chance(0.3)) life.ask(by, { type: 'assign', assignee });
  if (sale.random.chance(0.12))
    life.ask(by, { type: 'change_tags', add: [sale.random.pick(['gift', 'fragile', 'vip'])] });
  return life.ask(by, { type: 'start_handling' });
}

const parcel = ({ number }: Sale, which = 1) => ({
  carrier: 'Postbird',
  trackingNumber: `PB${String(70_000 + number)}${which}`,
});

function invoiced(sale: Sale, life: Living): Living {
  const number = `INV-${sale.number}`;
  return life
    .after(20, 240)
    .ask(someone(sale), { type: 'issue_invoice', number, value: sale.order.total, package: parcel(sale) });
}

/** The carrier has it, and hands it over. */
function travelled({ crew }: Sale, life: Living, packageId = '1'): Living {
  life.after(120, 700);
  if (life.random.chance(0.4)) life.ask(crew.carrier, reported(life.at(), 'Parcel accepted', packageId));
  life.after(1_100, 3_800);
  return life.ask(crew.carrier, { ...reported(life.at(), 'Handed over', packageId), delivered: true });
}

const reported = (at: number, description: string, packageId = '1') =>
  ({ type: 'track_package', packageId, events: [{ at: instant(at), description }] }) as const;

const arrived = (sale: Sale): Living => travelled(sale, invoiced(sale, handled(sale)));

/** What of the basket goes with the first parcel: the first line. */
function firstPart(sale: Sale, life: Living): { readonly life: Living; readonly value: number } {
  const [first] = sale.basket;
  if (first === undefined || sale.basket.length < 2) throw new Error('two parcels need two lines');
  const value = Math.floor(valueOf(first) * 0.8);
  const items = [{ lineId: '1', quantity: first.quantity }];
  const number = `INV-${sale.number}-A`;
  life.after(20, 240).ask(someone(sale), { type: 'issue_invoice', number, value, items, package: parcel(sale, 1) });
  return { life, value };
}

function inTwoParcels(sale: Sale): Living {
  const { life, value } = firstPart(sale, handled(sale));
  const rest = { number: `INV-${sale.number}-B`, value: sale.order.total - value, package: parcel(sale, 2) };
  life.after(900, 2_600).ask(someone(sale), { type: 'issue_invoice', ...rest });
  return travelled(sale, travelled(sale, life, '1'), '2');
}

/** The rest cannot be had: the buyer gets no more, and what was paid for it back. */
function closedShort(sale: Sale): Living {
  const { life } = firstPart(sale, handled(sale));
  life.after(1_500, 4_000).ask(someone(sale), { type: 'close_short', reason: 'The maker has no more' });
  return travelled(sale, life);
}

function collected(sale: Sale): Living {
  return handled(sale, [20, 300])
    .after(10, 120)
    .ask(someone(sale), { type: 'issue_invoice', number: `INV-${sale.number}`, value: sale.order.total })
    .after(120, 3_500)
    .ask(someone(sale), { type: 'mark_delivered' });
}

function returned(sale: Sale): Living {
  const [first] = sale.basket;
  if (first === undefined) throw new Error('nothing was sold');
  const life = arrived(sale).after((2 * DAY) / MINUTE, (9 * DAY) / MINUTE);
  return life.ask(someone(sale), {
    type: 'issue_return_invoice',
    number: `RET-${sale.number}`,
    value: Math.floor(valueOf({ ...first, quantity: 1 }) * 0.8),
    items: [{ lineId: '1', quantity: 1 }],
    restock: true,
  });
}

const askedToCancel = (sale: Sale): Living =>
  handled(sale)
    .after(30, 900)
    .ask(sale.crew.shop, {
      type: 'request_cancellation',
      byBuyer: true,
      reason: sale.random.pick(['Found it cheaper', 'It takes too long', 'Bought it in town']),
    });
