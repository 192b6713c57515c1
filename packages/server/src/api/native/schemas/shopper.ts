import { type Static, Type } from 'typebox';
import { ADDRESS_PATTERN, MOST_ADDRESS } from '../../../mail/address.js';
import { closed, oneOf, queryText } from './fields.js';
import { OWN_EDIT_ANSWERS, OWN_EDIT_INPUTS } from './own-edits.js';
import { AskForReturnBody, OWN_RETURN_ANSWERS } from './own-returns.js';

const accountName = () =>
  Type.String({
    maxLength: 63,
    pattern: '^[a-z0-9][a-z0-9_-]*$',
    description: 'The shop; the header Docket-Account or the account `default` where absent.',
  });

/** One bare address, with nothing around it. */
const mailAddress = () =>
  Type.String({ maxLength: MOST_ADDRESS, pattern: ADDRESS_PATTERN, description: 'One mail address, without a name.' });

export const AccountQuery = closed({ account: Type.Optional(accountName()) });

export const AskForCodeBody = closed(
  {
    account: Type.Optional(accountName()),
    email: mailAddress(),
    locale: Type.Optional(
      Type.String({ maxLength: 35, pattern: '^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$', description: 'Of the mail.' }),
    ),
  },
  { $id: 'AskForCode' },
);
export type AskForCodeBody = Static<typeof AskForCodeBody>;

export const ConfirmSignInBody = closed(
  {
    account: Type.Optional(accountName()),
    email: mailAddress(),
    code: Type.String({
      maxLength: 20,
      pattern: '^[0-9 -]+$',
      description: 'As it stands in the mail; blanks do not count.',
    }),
    cookie: Type.Optional(
      Type.Boolean({
        description: 'True: the token goes into a cookie that no script can read, and not into the answer.',
      }),
    ),
  },
  { $id: 'ConfirmSignIn' },
);
export type ConfirmSignInBody = Static<typeof ConfirmSignInBody>;

export const CancelOwnOrderBody = closed(
  { reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })) },
  { $id: 'CancelOwnOrder' },
);
export type CancelOwnOrderBody = Static<typeof CancelOwnOrderBody>;

export const OwnOrdersQuery = closed({
  cursor: Type.Optional(queryText(500, 'From `next` of the page before.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: '20 where absent.' })),
});

export const GuestLinkBody = closed(
  {
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 365, description: 'How long it is good; 30 where absent.' }),
    ),
    mail: Type.Optional(Type.Boolean({ description: 'True: it is mailed to the buyer.' })),
  },
  { $id: 'MakeGuestLink' },
);
export type GuestLinkBody = Static<typeof GuestLinkBody>;

const str = Type.String();
const int = Type.Integer();
const date = Type.String({ format: 'date-time' });
const strOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const dateOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });
const orNull = (name: string) => Type.Unsafe<unknown>({ anyOf: [{ $ref: `${name}#` }, { type: 'null' }] });
const listOf = (name: string) => Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: `${name}#` } });
const amounts = closed({ name: str, amount: int });

const ShopperSession = closed(
  {
    token: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'For Authorization: Bearer. Null where it went into the cookie, and after the sign-in.',
    }),
    email: Type.String({ description: 'The verified address.' }),
    expiresAt: date,
    csrf: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'To be repeated in the header Docket-CSRF by whatever changes something under the cookie.',
    }),
  },
  { $id: 'ShopperSession' },
);

const listed = {
  orderId: str,
  group: Type.String({ description: 'One checkout that became several orders shares it.' }),
  createdAt: date,
  updatedAt: date,
  stage: oneOf(['placing', 'paying', 'handling', 'handing_over', 'travelling', 'received', 'ended']),
  paymentState: str,
  shippingState: str,
  currency: str,
  total: Type.Integer({ description: 'Minor units.' }),
  amountDue: Type.Integer({ description: 'What is still owed; below 0 what is owed to the buyer.' }),
};

const OwnOrderRow = closed({ ...listed, pieces: int }, { $id: 'OwnOrderRow' });
const OwnOrderPage = closed(
  {
    orders: listOf('OwnOrderRow'),
    next: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'The cursor of the next page; null at the end.',
    }),
  },
  { $id: 'OwnOrderPage' },
);

const OwnLine = closed(
  {
    id: str,
    sku: str,
    name: str,
    imageUrl: Type.Optional(str),
    quantity: int,
    unitMultiplier: int,
    measurementUnit: str,
    priceMicros: Type.Integer({ description: 'Millionths of the major unit.' }),
    discountMicros: int,
    net: Type.Integer({ description: 'Of the line, after its own discount; minor units.' }),
    deliveryId: strOrNull,
    shipped: int,
    returned: int,
    cancelled: int,
  },
  { $id: 'OwnLine' },
);

const OwnPayment = closed(
  {
    method: str,
    amount: int,
    status: str,
    brand: strOrNull,
    lastDigits: strOrNull,
    installments: int,
    refunded: int,
    dueAt: dateOrNull,
    payUrl: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description:
        'The page of the provider on which the buyer pays; null: there is nothing to pay, or no page for it.',
    }),
  },
  { $id: 'OwnPayment' },
);

const OwnPaper = closed({ number: str, value: int, issuedAt: date, url: strOrNull }, { $id: 'OwnPaper' });

const OwnShipment = closed(
  {
    number: str,
    status: oneOf(['planned', 'partly_sent', 'sent', 'delivered', 'returned_to_sender']),
    items: listOf('Pieces'),
    method: strOrNull,
    carrier: strOrNull,
    pickupPoint: strOrNull,
    shipBy: dateOrNull,
    promisedAt: dateOrNull,
    deliverOn: dateOrNull,
    address: orNull('Address'),
  },
  { $id: 'OwnShipment', description: 'What goes together; cancelled ones are not shown.' },
);

const OwnPackage = closed(
  {
    id: str,
    status: oneOf(['sent', 'in_transit', 'delivered', 'returned_to_sender']),
    shipment: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'The number of its shipment.' }),
    items: listOf('Pieces'),
    carrier: strOrNull,
    trackingNumber: strOrNull,
    trackingUrl: strOrNull,
    sentAt: date,
    deliveredAt: dateOrNull,
    tracking: Type.Array(closed({ at: date, city: strOrNull, state: strOrNull, description: strOrNull })),
  },
  { $id: 'OwnPackage' },
);

const MayCancel = closed(
  {
    possible: Type.Boolean(),
    refused: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'Why not: a code of /docs/refusals.',
    }),
    meaning: strOrNull,
  },
  { $id: 'MayCancel' },
);

const OwnOrder = closed(
  {
    ...listed,
    lines: listOf('OwnLine'),
    deliveries: listOf('Delivery'),
    discounts: Type.Array(amounts),
    adjustments: Type.Array(amounts),
    totals: Type.Unsafe<unknown>({ $ref: 'Totals#' }),
    payments: listOf('OwnPayment'),
    invoices: listOf('OwnPaper'),
    returnInvoices: listOf('OwnPaper'),
    returns: listOf('OwnReturn'),
    exchangedOrderId: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'The order whose goods this one replaces; null: it is no exchange.',
    }),
    shipments: listOf('OwnShipment'),
    packages: listOf('OwnPackage'),
    buyer: orNull('Buyer'),
    billingAddress: orNull('Address'),
    cancelledAt: dateOrNull,
    cancellationRequests: Type.Array(
      closed(
        {
          at: date,
          outcome: oneOf(['open', 'confirmed', 'denied', 'overtaken']),
          answeredAt: dateOrNull,
          reason: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Of the buyer’s own requests.' }),
        },
        {},
      ),
    ),
    mayCancel: Type.Unsafe<unknown>({ $ref: 'MayCancel#' }),
  },
  {
    $id: 'OwnOrder',
    description: 'An order as its buyer sees it: nothing that the house wrote for itself.',
  },
);

const GuestLink = closed(
  { linkId: str, orderId: str, createdAt: date, createdBy: str, expiresAt: date },
  { $id: 'GuestLink' },
);
const MadeGuestLink = closed(
  {
    linkId: str,
    orderId: str,
    createdAt: date,
    createdBy: str,
    expiresAt: date,
    token: Type.String({ description: 'For /api/v1/account/guest/{token}. It is shown once.' }),
    url: Type.String({ description: 'What the mail says; the token stands behind #.' }),
    mailId: strOrNull,
  },
  { $id: 'MadeGuestLink' },
);
const GuestLinks = closed({ links: listOf('GuestLink') }, { $id: 'GuestLinks' });

export const SHOPPER_INPUTS = [
  AskForCodeBody,
  ConfirmSignInBody,
  CancelOwnOrderBody,
  GuestLinkBody,
  AskForReturnBody,
  ...OWN_EDIT_INPUTS,
];
export const SHOPPER_ANSWERS = [
  ShopperSession,
  OwnOrderRow,
  OwnOrderPage,
  OwnLine,
  OwnPayment,
  OwnPaper,
  OwnShipment,
  OwnPackage,
  MayCancel,
  ...OWN_RETURN_ANSWERS,
  ...OWN_EDIT_ANSWERS,
  OwnOrder,
  GuestLink,
  MadeGuestLink,
  GuestLinks,
];
