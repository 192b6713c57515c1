import { type Static, Type } from 'typebox';
import { OPERATIONS } from '../../../payments/gateway-log.js';
import { EVENT_PROBLEMS, EVENT_STATES } from '../../../payments/inbox.js';
import { closed, code, id, oneOf, orderId, queryText } from './fields.js';
import { next } from './paging.js';
import { orNull } from './setting-schemas.js';

/** Visible ASCII: it stands in a header of HTTP. */
const secret = (description: string) =>
  Type.Optional(
    orNull(
      Type.String({
        minLength: 1,
        maxLength: 500,
        pattern: '^[\\x21-\\x7e]+$',
        description: `${description} Null takes it away.`,
      }),
    ),
  );

export const ProviderSecretsInput = closed(
  {
    apiKey: secret('Of the sandbox: any text of 8 to 200 visible characters; it is the shop.'),
    secretKey: secret('Of Stripe: sk_live_… or sk_test_….'),
    eventSecret: secret('Of Stripe: whsec_…, with which it signs events.'),
  },
  { $id: 'ProviderSecretsInput', minProperties: 1 },
);
export type ProviderSecretsInput = Readonly<Record<string, string | null>>;

const ProviderSecretNames = closed(
  {
    names: Type.Array(Type.String(), { description: 'Those that are set. Their values are never shown.' }),
    needed: Type.Array(Type.String(), { description: 'Those that its kind cannot do without.' }),
    eventsUrl: Type.String({ description: 'Where the provider has to send its events.' }),
  },
  { $id: 'ProviderSecretNames' },
);

const ProviderTest = closed(
  {
    works: Type.Boolean(),
    message: orNull(Type.String({ description: 'What does not work, in words of the provider or ours.' })),
  },
  { $id: 'ProviderTest' },
);

const nullable = (description?: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], ...(description === undefined ? {} : { description }) });
const instant = () => Type.String({ format: 'date-time' });
const instantOrNull = () => Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });

export const GatewayLogQuery = closed({
  orderId: Type.Optional(orderId()),
  paymentId: Type.Optional(id('A payment of the order that `orderId` names.')),
  provider: Type.Optional(code()),
  operation: Type.Optional(oneOf(OPERATIONS)),
  failed: Type.Optional(
    Type.Boolean({ description: 'True: those alone to which no answer came, or one that refuses; false: the others.' }),
  ),
  after: Type.Optional(queryText(1_000, 'From `next` of the page before.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '50 where absent.' })),
});
export type GatewayLogQuery = Static<typeof GatewayLogQuery>;

const GatewayLogEntry = closed(
  {
    id: Type.String(),
    at: instant(),
    provider: Type.String(),
    operation: oneOf(OPERATIONS),
    orderId: nullable(),
    paymentId: nullable(),
    method: Type.String(),
    url: Type.String({ description: 'Without what stands behind a question mark.' }),
    millis: Type.Integer({ description: 'Until the answer was there.' }),
    status: Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'Of HTTP; null: no answer came.' }),
    error: nullable('Why no answer came.'),
    request: nullable('Secrets are masked. Null: the person was forgotten, or the caller may not read it.'),
    answer: nullable('The same for what came back.'),
  },
  { $id: 'GatewayLogEntry' },
);

export const PaymentEventsQuery = closed({
  state: Type.Optional(oneOf(EVENT_STATES)),
  alarms: Type.Optional(
    Type.Boolean({ description: 'Those alone that say that a buyer paid for what no order knows of.' }),
  ),
  provider: Type.Optional(code()),
  orderId: Type.Optional(orderId()),
  after: Type.Optional(queryText(1_000, 'From `next` of the page before.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '50 where absent.' })),
});
export type PaymentEventsQuery = Static<typeof PaymentEventsQuery>;

export const eventKey = () =>
  Type.String({
    pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
    maxLength: 36,
    description: 'As the list of events has it.',
  });

const PaymentEvent = closed(
  {
    id: Type.String(),
    receivedAt: instant(),
    provider: Type.String(),
    eventId: Type.String({ description: 'Of the provider: two events with one id are one.' }),
    type: Type.String({ description: 'In words of the provider.' }),
    state: oneOf(
      EVENT_STATES,
      'received: it is applied, or tried again. applied: the order says what the provider says. ignored: there was nothing to do, or somebody put it aside. failed: given up; somebody has it tried again, or puts it aside.',
    ),
    paid: Type.Boolean({ description: 'It says that a buyer paid.' }),
    alarm: Type.Boolean({ description: 'A buyer paid, and no order knows of it: somebody has to look.' }),
    outerId: nullable('The payment, as the provider calls it.'),
    orderId: nullable(),
    paymentId: nullable(),
    tries: Type.Integer(),
    problem: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      enum: [...EVENT_PROBLEMS, null],
      description:
        'no_order: no order knows the payment. conflict: provider and order disagree, and a person has to judge. not_answered: the provider did not say what stands.',
    }),
    message: nullable('What went wrong at the last try.'),
    nextAt: instantOrNull(),
    settledAt: instantOrNull(),
    settledBy: nullable('Who put it aside; null: nobody did.'),
  },
  { $id: 'PaymentEvent' },
);

const page = (of: string, $id: string) =>
  closed({ items: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: `${of}#` } }), next }, { $id });

const EventsReceived = closed(
  { received: Type.Integer({ description: 'Events that were not there yet.' }) },
  { $id: 'EventsReceived' },
);
const RetriedEvent = closed({ id: Type.String() }, { $id: 'RetriedEvent' });
const IgnoredEvent = closed({ id: Type.String() }, { $id: 'IgnoredEvent' });

export const PROVIDER_INPUTS = [ProviderSecretsInput];
export const PROVIDER_ANSWERS = [
  ProviderSecretNames,
  ProviderTest,
  GatewayLogEntry,
  page('GatewayLogEntry', 'GatewayLogPage'),
  PaymentEvent,
  page('PaymentEvent', 'PaymentEventPage'),
  EventsReceived,
  RetriedEvent,
  IgnoredEvent,
];
