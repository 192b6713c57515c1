import { DAY, MINUTE } from './busy-hours.js';
import { drawnSheet } from './cake-sheet.js';
import { instant, type Life, type Living, living } from './life.js';
import { type Sale, timer } from './sale.js';

/** How orders go in the workflow `simple`, and in one that begins where the goods are made first. */
export const PLAIN = {
  over_the_counter: (sale) =>
    living(sale.random, sale.at)
      .ask(someone(sale), sale.order)
      .ask(someone(sale), { type: 'notify_payment', paymentId: '1' })
      .ask(someone(sale), { type: 'send_package', force: true })
      .ask(someone(sale), { type: 'mark_delivered' }).steps,
  sent: (sale) => sent(sale, begun(sale)).steps,
  collected: (sale) => collected(sale, begun(sale)).steps,
  sent_in_part: (sale) => sentInPart(sale).steps,
  closed_short: (sale) =>
    sentInPart(sale, false)
      .after(600, 2_500)
      .ask(someone(sale), { type: 'close_short', reason: 'Sold out for this week' }).steps,
  refunded: (sale) =>
    sent(sale, begun(sale))
      .after(DAY / MINUTE, (4 * DAY) / MINUTE)
      .ask(someone(sale), { type: 'refund', reason: 'Sent the wrong box' }).steps,
  cancelled: (sale) =>
    placed(sale)
      .after(5, 200)
      .ask(sale.crew.shop, { type: 'request_cancellation', byBuyer: true, reason: 'Ordered twice' }).steps,
  payment_denied: (sale) =>
    placed(sale)
      .after(1, 20)
      .ask(sale.crew.payments, { type: 'deny_payment', paymentId: '1', message: 'Refused by the bank' }).steps,
  waiting: (sale) => {
    const life = placed(sale).after(2_000, 4_000);
    const by = someone(sale);
    return life
      .ask(by, { type: 'add_note', text: 'Called: comes by on Thursday to pay.' })
      .ask(by, { type: 'place_hold', holdType: 'customer_request', reason: 'Keep it until Thursday.' }).steps;
  },
  made: (sale) => collected(sale, begun(sale, made(sale))).steps,
  stopped: (sale) => askedToStop(sale).after(30, 400).ask(someone(sale), { type: 'confirm_cancellation' }).steps,
  stop_denied: (sale) => {
    const life = askedToStop(sale)
      .after(30, 300)
      .ask(someone(sale), { type: 'deny_cancellation', reason: 'It is in the oven' });
    return collected(sale, begun(sale, finished(sale, life))).steps;
  },
  stop_asked: (sale) =>
    askedToStop(sale)
      .afterMillis(7 * DAY)
      .ask(timer(sale.crew, 'cancellation_deadline'), { type: 'end_deadline' }).steps,
} as const satisfies Readonly<Record<string, (sale: Sale) => Life>>;

export type Plain = keyof typeof PLAIN;

/** How wholesale orders go: no rules, a label for every state of affairs, and payment when the bill is due. */
export const WHOLESALE = {
  completed: (sale) =>
    labelled(sale, ['Pending', 'Processing', 'Ready to send'])
      .after(300, 2_000)
      .ask(someone(sale), { type: 'set_status', status: 'Completed' }).steps,
  in_work: (sale) => labelled(sale, ['Pending', 'Processing']).steps,
  cancelled: (sale) => labelled(sale, ['Pending', 'Cancelled']).steps,
} as const satisfies Readonly<Record<string, (sale: Sale) => Life>>;

export type Wholesale = keyof typeof WHOLESALE;

const someone = ({ crew, random }: Sale) => crew.somebody(random).by;

const placed = (sale: Sale): Living => living(sale.random, sale.at).ask(sale.crew.shop, sale.order);

const paid = (sale: Sale): Living =>
  placed(sale).after(1, 12).ask(sale.crew.payments, { type: 'approve_payment', paymentId: '1' });

/** Somebody has it on the bench. */
function begun(sale: Sale, life: Living = paid(sale)): Living {
  const { by, assignee } = sale.crew.somebody(sale.random);
  life.after(60, 900);
  if (sale.random.chance(0.35)) life.ask(by, { type: 'assign', assignee });
  return life.ask(by, { type: 'start_handling' });
}

const carried = ({ number }: Sale, which = 1) => ({
  carrier: 'Kurier Lerche',
  trackingNumber: `KL${String(40_000 + number)}${which}`,
});

function sent(sale: Sale, life: Living): Living {
  life.after(30, 300).ask(someone(sale), { type: 'send_package', ...carried(sale) });
  return handedOver(sale, life, '1');
}

function handedOver({ crew }: Sale, life: Living, packageId: string): Living {
  life.after(300, 1_900);
  const events = [{ at: instant(life.at()), description: 'Handed over' }];
  return life.ask(crew.carrier, { type: 'track_package', packageId, events, delivered: true });
}

const collected = (sale: Sale, life: Living): Living =>
  life
    .after(30, 400)
    .ask(someone(sale), { type: 'send_package' })
    .after(60, 1_400)
    .ask(someone(sale), { type: 'mark_delivered' });

/** The first line goes at once, the rest (where it goes) a day or two later. */
function sentInPart(sale: Sale, whole = true): Living {
  const [first] = sale.basket;
  if (first === undefined || sale.basket.length < 2) throw new Error('two parcels need two lines');
  const items = [{ lineId: '1', quantity: first.quantity }];
  const life = begun(sale)
    .after(30, 200)
    .ask(someone(sale), { type: 'send_package', items, ...carried(sale) });
  if (!whole) return handedOver(sale, life, '1');
  life.after(1_200, 3_000).ask(someone(sale), { type: 'send_package', ...carried(sale, 2) });
  return handedOver(sale, handedOver(sale, life, '1'), '2');
}

/** Out of the oven. */
const finished = (sale: Sale, life: Living): Living =>
  life.after(600, 2_600).ask(someone(sale), { type: 'set_status', status: 'pending' });

/** The cake is talked over first; its sheet hangs over the bench, and says on which shelf it waits. */
function made(sale: Sale): Living {
  const life = paid(sale).after(10, 90).ask(someone(sale), drawnSheet(sale.random));
  if (sale.random.chance(0.8)) {
    life
      .after(20, 300)
      .ask(someone(sale), { type: 'change_document', documentId: '1', status: 'agreed', approved: true });
  }
  finished(sale, life);
  const custom = { shelf: sale.random.pick(['cold', 'counter', 'back']) };
  return life.ask(someone(sale), { type: 'set_custom_fields', target: 'order', custom });
}

const askedToStop = (sale: Sale): Living =>
  paid(sale)
    .after(60, 900)
    .ask(sale.crew.shop, { type: 'request_cancellation', byBuyer: true, reason: 'The party is put off' });

function labelled(sale: Sale, labels: readonly string[]): Living {
  const { by, assignee } = sale.crew.somebody(sale.random);
  const life = living(sale.random, sale.at).ask(by, sale.order).ask(by, { type: 'assign', assignee });
  if (sale.order.total > 100_000) life.ask(by, { type: 'change_tags', add: ['big'] });
  for (const status of labels) life.after(400, 2_200).ask(by, { type: 'set_status', status });
  return life;
}
