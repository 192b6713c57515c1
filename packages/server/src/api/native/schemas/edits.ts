import { EDIT_KINDS, type EditChange, MAX_EDIT_CHANGES } from '@docket/core/order/edit-commands';
import { EDIT_STAGES, RULED_EDITS } from '@docket/core/order/edit-rules';
import { type TProperties, Type } from 'typebox';
import { amount, closed, code, id, instant, oneOf, quantity, ref, signedAmount, text, unitPrice } from './fields.js';
import { Address, PlacedLine } from './place-order.js';
import { orNull } from './setting-schemas.js';

const lineId = () => id('Of a line of the order.');
const deliveryId = () => id('Of a delivery of the order.');
const coupon = () => text(64, 'A code, in any case.');
const { attachments: _attachments, quantity: _quantity, ...ADDED } = PlacedLine.properties;

/** What each kind of change says beside its name. */
const CHANGES: Readonly<Record<EditChange['change'], TProperties>> = {
  add_line: { ...ADDED, quantity: quantity() },
  set_quantity: { lineId: lineId(), quantity: quantity('Of all its pieces, those sent or invoiced among them.') },
  remove_line: { lineId: lineId() },
  replace_line: {
    lineId: lineId(),
    ...ADDED,
    quantity: Type.Optional(quantity('As many pieces as the old line has open where absent.')),
  },
  set_price: { lineId: lineId(), priceMicros: unitPrice() },
  set_line_discount: { lineId: lineId(), discountMicros: unitPrice('Off each unit, in millionths of the major unit.') },
  set_line_promotions: {
    lineId: lineId(),
    promotions: oneOf(
      ['keep', 'drop'],
      'keep: the line keeps what promotions gave it, whatever becomes of those of the order. drop: it loses that.',
    ),
  },
  set_line_tax: { lineId: lineId(), tax: amount('Of the whole line, in minor units.') },
  set_line_delivery: { lineId: lineId(), deliveryId: deliveryId() },
  add_discount: { id: Type.Optional(id()), name: text(200), amount: amount('Minor units; it lowers the order.') },
  set_discount: { discountId: id(), amount: amount('Minor units; it lowers the order.') },
  remove_discount: { discountId: id() },
  add_adjustment: {
    id: Type.Optional(id()),
    kind: text(50, 'Such as fee, rounding.'),
    name: text(200),
    amount: signedAmount('Minor units, either sign.'),
  },
  remove_adjustment: { adjustmentId: id() },
  set_delivery: {
    deliveryId: id('Of a delivery of the order; another one adds a delivery.'),
    type: Type.Optional(oneOf(['delivery', 'pickup'])),
    method: Type.Optional(code('A shipping method of the account.')),
    price: Type.Optional(amount('Minor units; that of a method that is named where absent.')),
    givenPrice: Type.Optional(
      orNull(amount('What it costs before promotions lower it; null: what its method costs. `price` where absent.')),
    ),
    pickupPoint: Type.Optional(orNull(text(100))),
    promisedAt: Type.Optional(orNull(instant())),
    shipBy: Type.Optional(orNull(instant())),
  },
  remove_delivery: { deliveryId: id('Of a delivery that no line names.') },
  set_address: {
    deliveryId: Type.Optional(id('Of a delivery; the billing address where absent.')),
    address: ref(Address),
  },
  set_channel: { channel: code('A sales channel of the store of the order.') },
  set_payment: {
    paymentId: id('Of a payment that nobody has answered yet.'),
    method: Type.Optional(text(100)),
    amount: Type.Optional(amount()),
    installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    dueAt: Type.Optional(orNull(instant())),
  },
  apply_coupon: { coupon: coupon() },
  remove_coupon: { coupon: coupon() },
};

const EditChangeSchema = Type.Unsafe<EditChange>({
  $id: 'EditChange',
  type: 'object',
  description: 'One change of a placed order; `change` says which.',
  discriminator: { propertyName: 'change' },
  required: ['change'],
  oneOf: EDIT_KINDS.map((change) => closed({ change: Type.Literal(change), ...CHANGES[change] })),
});

export const editChanges = () =>
  Type.Array(ref(EditChangeSchema), {
    maxItems: MAX_EDIT_CHANGES,
    description: 'Made one after the other: all of them, or none. None where only `promotions` says something.',
  });

export const promotionPolicy = () =>
  oneOf(
    ['keep', 'rerun', 'drop'],
    'Promotions that the order was priced with stay as they are (where absent), are taken off anew, or fall away. A coupon makes it rerun.',
  );

export const settlement = () =>
  oneOf(
    ['none', 'adjust'],
    'adjust: authorisations beyond what is due are given up, and what was taken beyond it goes back; needs orders.refund. Where absent nothing moves.',
  );

export const EditOrder = closed(
  {
    changes: editChanges(),
    basedOn: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Refused with version_conflict where the order has another version.' }),
    ),
    promotions: Type.Optional(promotionPolicy()),
    settle: Type.Optional(settlement()),
    total: Type.Optional(
      amount('What the order is expected to come to then, in minor units; totals_mismatch where it does not.'),
    ),
    reason: Type.Optional(text(2_000, 'Free text for people; personal.')),
  },
  { $id: 'EditOrder' },
);

const EditableChange = closed(
  {
    change: oneOf(RULED_EDITS, 'A kind of change; promotions: running them again or dropping them.'),
    allowed: Type.Boolean(),
    code: Type.Optional(Type.String({ description: 'Why not: the problem that it would meet.' })),
    title: Type.Optional(Type.String({ description: 'What the code means, in English.' })),
    stage: Type.Optional(oneOf(EDIT_STAGES, 'The stage that stands against it.')),
  },
  { $id: 'EditableChange' },
);

const Editable = closed(
  {
    stages: Type.Array(oneOf(EDIT_STAGES), { description: 'How far the order is; several hold at once.' }),
    changes: Type.Array(ref(EditableChange)),
  },
  { $id: 'Editable' },
);

const EditRuleDefaults = closed(
  {
    stages: Type.Array(oneOf(EDIT_STAGES), { description: 'All that there are, from the first to the last.' }),
    items: Type.Array(closed({ change: oneOf(RULED_EDITS), stages: Type.Array(oneOf(EDIT_STAGES)) })),
  },
  { $id: 'EditRuleDefaults' },
);

export const EDIT_INPUTS = [EditChangeSchema, EditOrder];
export const EDIT_ANSWERS = [EditableChange, Editable, EditRuleDefaults];
