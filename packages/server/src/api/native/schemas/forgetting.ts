import { type Static, Type } from 'typebox';
import { closed, id, sku, text } from './fields.js';

const person = {
  customerId: Type.Optional(sku('The person by customer id.')),
  email: Type.Optional(
    text(320, 'The person by the mail address that they ordered with as a guest; case and blanks do not matter.', 3),
  ),
  orderId: Type.Optional(id('The person behind one order that names neither.')),
};

export const PersonToForget = closed(person, {
  $id: 'PersonToForget',
  minProperties: 1,
  maxProperties: 1,
  description: 'By exactly one of these.',
});
export type PersonToForget = Static<typeof PersonToForget>;

export const ForgetPersonBody = closed(
  {
    ...person,
    reason: text(
      200,
      'Why: the number of the request, never the name of the person. It stands in the log for ever, in plain.',
    ),
  },
  { $id: 'ForgetPerson', minProperties: 2, maxProperties: 2, description: 'The person by exactly one name, and why.' },
);
export type ForgetPersonBody = Static<typeof ForgetPersonBody>;

const subject = Type.String({
  description: 'customer:<id>, email:<a keyed hash of the address>, order:<id>. It names nobody to who has no key.',
});
const rows = Type.Unsafe<Record<string, number>>({
  type: 'object',
  additionalProperties: { type: 'integer' },
  description: 'Rows beside the orders, by table.',
});

const ForgettingPreview = closed(
  {
    subject,
    forgottenAt: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      format: 'date-time',
      description: 'When the person was forgotten before; null: never.',
    }),
    orders: Type.Integer({ description: 'Orders that know the person.' }),
    rows,
    customers: Type.Integer({
      description: 'Of a mail address: customers with it, who keep their data. They are forgotten by their ids.',
    }),
    customerIds: Type.Array(Type.String(), { description: 'Their ids, 20 at most.' }),
  },
  { $id: 'ForgettingPreview' },
);

const Forgetting = closed(
  {
    account: Type.String(),
    subject,
    forgottenAt: Type.String({ format: 'date-time', description: 'The first time.' }),
    keys: Type.Integer({ description: 'Keys destroyed, in all: one for each order.' }),
    rows,
    orders: Type.Array(
      closed({
        orderId: Type.String(),
        version: Type.Integer({ description: 'Of its last event.' }),
        hash: Type.String({ description: 'Of its last event: the chain stays valid and can be checked against it.' }),
      }),
      { description: 'Those that forgot in this request, 500 at most.' },
    ),
    ordersLeft: Type.Integer({ description: 'Above 0: send the same request again, until it is 0.' }),
  },
  { $id: 'Forgetting' },
);

export const FORGETTING_INPUTS = [PersonToForget, ForgetPersonBody];
export const FORGETTING_ANSWERS = [ForgettingPreview, Forgetting];
