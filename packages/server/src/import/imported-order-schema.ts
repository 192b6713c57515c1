import { LIMITS } from '@docket/core/order/placing';
import { type TSchema, Type } from 'typebox';
import {
  Address,
  Adjustment,
  BuyerInput,
  OrderDiscount,
  PlacedDelivery,
  PlacedLine,
} from '../api/native/schemas/place-order.js';
import {
  amount,
  closed,
  code,
  freeObject,
  id,
  instant,
  oneOf,
  paperNumber,
  quantity,
  ref,
  signedAmount,
  sku,
  text,
} from '../api/native/schemas/fields.js';
import { describe } from '../api/problem.js';
import { createValidatorCompiler, validationProblem } from '../api/validation.js';

const item = closed({ lineId: Type.Optional(id()), sku: Type.Optional(sku()), quantity: quantity() });
const items = Type.Optional(Type.Array(item, { maxItems: LIMITS.lines }));
const papers = <S extends TSchema>(schema: S) => Type.Optional(Type.Array(schema, { maxItems: 1000 }));
const paper = { number: paperNumber('As its issuer wrote it.'), value: amount(), items, issuedAt: instant() };
const proof = { key: Type.Optional(text(100)), url: Type.Optional(text(2000)) };

const payment = closed({
  id: Type.Optional(id()),
  method: text(100),
  amount: amount(),
  installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
  capture: Type.Optional(oneOf(['on_approval', 'on_invoice', 'by_hand'])),
  provider: Type.Optional(text(60)),
  brand: Type.Optional(text(50)),
  lastDigits: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$' })),
  transactionId: Type.Optional(text(200)),
  dueAt: Type.Optional(instant()),
  expiry: Type.Optional(Type.String({ pattern: '^(0[1-9]|1[0-2])/[0-9]{4}$' })),
  holder: Type.Optional(text(200)),
  phone: Type.Optional(text(50)),
  token: Type.Optional(text(500)),
  answer: Type.Optional(oneOf(['pending', 'approved', 'denied'])),
  answeredAt: Type.Optional(instant()),
  authorised: Type.Optional(amount()),
  captured: Type.Optional(amount()),
  voided: Type.Optional(amount()),
  refunded: Type.Optional(amount()),
});

const parcel = closed({
  packageId: Type.Optional(id()),
  items,
  invoiceNumber: Type.Optional(text(64)),
  carrier: Type.Optional(text(100)),
  trackingNumber: Type.Optional(text(100)),
  trackingUrl: Type.Optional(text(2000)),
  dispatchedAt: Type.Optional(instant()),
  deliveredAt: Type.Optional(instant()),
  events: Type.Optional(
    Type.Array(
      closed({
        at: instant(),
        city: Type.Optional(text(200)),
        state: Type.Optional(text(100)),
        description: text(500),
      }),
      { maxItems: 500 },
    ),
  ),
});

const order = closed({
  number: Type.Optional(text(64)),
  createdAt: instant(),
  status: text(64),
  store: Type.Optional(code()),
  channel: Type.Optional(code()),
  workflow: Type.Optional(text(64)),
  currency: text(8),
  rounding: Type.Optional(oneOf(['half_up', 'half_even', 'down'])),
  externalIds: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z0-9][a-z0-9_.-]{0,39}$' }), text(128), {
      additionalProperties: false,
      maxProperties: LIMITS.externalIds,
    }),
  ),
  customerId: Type.Optional(id()),
  buyer: Type.Optional(ref(BuyerInput)),
  billingAddress: Type.Optional(ref(Address)),
  lines: Type.Array(ref(PlacedLine), { maxItems: LIMITS.lines }),
  deliveries: Type.Optional(Type.Array(ref(PlacedDelivery), { maxItems: LIMITS.deliveries })),
  discounts: Type.Optional(Type.Array(ref(OrderDiscount), { maxItems: LIMITS.discounts })),
  adjustments: Type.Optional(Type.Array(ref(Adjustment), { maxItems: LIMITS.adjustments })),
  payments: Type.Optional(Type.Array(payment, { maxItems: LIMITS.payments })),
  invoices: papers(closed({ ...paper, ...proof })),
  packages: papers(parcel),
  returnInvoices: papers(closed({ ...paper, ...proof, refund: Type.Optional(amount()) })),
  deliveredAt: Type.Optional(instant()),
  cancellation: Type.Optional(
    closed({
      at: Type.Optional(instant()),
      by: Type.Optional(oneOf(['buyer', 'staff', 'seller', 'marketplace', 'payment', 'system'])),
      reason: Type.Optional(text(1000)),
    }),
  ),
  total: Type.Optional(amount()),
  due: Type.Optional(signedAmount('What the buyer still owed.')),
  custom: Type.Optional(freeObject('Data of the account’s own.')),
  attachments: Type.Optional(freeObject('Fields of an API dialect, by dialect.')),
  tags: Type.Optional(Type.Array(text(60), { maxItems: LIMITS.tags })),
  note: Type.Optional(text(10_000)),
});

const looseReturn = closed({
  number: paperNumber('Of the return.'),
  issuedAt: instant(),
  lines: Type.Array(
    closed({
      line: Type.Integer({ minimum: 1 }),
      sku: sku(),
      priceMicros: Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000 }),
      quantity: quantity(),
    }),
    { minItems: 1, maxItems: LIMITS.lines },
  ),
});

const rejectedRows = Type.Array(
  closed({
    line: Type.Integer({ minimum: 1 }),
    reason: text(500),
    value: Type.Optional(signedAmount('Of the row.')),
  }),
);

const compile = createValidatorCompiler([Address, Adjustment, BuyerInput, OrderDiscount, PlacedDelivery, PlacedLine]);

/** Checks and normalises a value in place; answers what is wrong with it in one line, or null. */
type Check = (value: unknown) => string | null;

export const checkOrder: Check = checkOf(order);
export const checkReturn: Check = checkOf(looseReturn);
export const checkRejectedRows: Check = checkOf(rejectedRows);

function checkOf(schema: TSchema): Check {
  const validate = compile({ schema, method: 'POST', url: '', httpPart: 'body' }) as unknown as {
    (value: unknown): boolean;
    errors?: Parameters<typeof validationProblem>[0] | null;
  };
  return (value) => {
    if (validate(value)) return null;
    const problem = validationProblem(validate.errors ?? [], 'body');
    const { pointer = '', detail = describe(problem.code).meaning } = problem.where;
    return `${problem.code} at ${pointer === '' ? 'the order' : pointer}: ${detail}`;
  };
}

/** Lists of an order and of what is in it. JSONata answers one member alone for a list of one. */
const LISTS: ReadonlySet<string> = new Set(['lines', 'deliveries', 'discounts', 'adjustments', 'payments', 'invoices', 'packages', 'returnInvoices', 'tags', 'items', 'events']); // prettier-ignore

/**
 * What a mapping made, as JSON would bring it back, and with its lists as lists; functions are left out. Written out,
 * because JSON itself takes three times as long for the objects without prototype that JSONata makes.
 */
export const plain = (value: unknown): unknown => copied(value, true);

/** `listed`: it is the order, or stands in one of its lists; what is in `custom` keeps its form. */
function copied(value: unknown, listed: boolean): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => copied(member, listed) ?? null);
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) return undefined;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const list = listed && LISTS.has(name);
    const member = copied((value as Record<string, unknown>)[name], list);
    if (member === undefined) continue;
    const made = list && !Array.isArray(member) ? [member] : member;
    if (name === '__proto__') Object.defineProperty(copy, name, { value: made, enumerable: true });
    else copy[name] = made;
  }
  return copy;
}
