import { type Static, Type } from 'typebox';
import { HIDDEN_SECONDS, RETENTION_SECONDS } from '../../../feed/feed.js';
import { closed, id, oneOf, text } from './fields.js';
import { next } from './paging.js';

const integer = (minimum: number, maximum: number, description: string) =>
  Type.Integer({ minimum, maximum, description });

/** A position, or the number of an item. */
const MOST_SEQUENCE = 9_007_199_254_740_991;

const filter = closed(
  {
    type: oneOf(['status', 'order'], 'status: steps that orders take. order: changes that make an expression true.'),
    statuses: Type.Optional(
      Type.Array(text(100), {
        maxItems: 200,
        description: 'Of a filter of status; all of them where empty or absent.',
      }),
    ),
    expression: Type.Optional(text(10_000, 'JSONata over the order after each of its events.')),
    everyMatch: Type.Optional(
      Type.Boolean({ description: 'False where absent: an order enters once, the first time it matches.' }),
    ),
    document: Type.Optional(
      oneOf(
        ['docket', 'vtex'],
        'What the expression reads: the order as this API shows it, or as the VTEX dialect does. Of a filter of status: whose words the statuses are; of a workflow that VTEX does not know, vtex tells its word for the order.',
      ),
    ),
  },
  {
    description:
      'statuses belong to the type status, expression and everyMatch to the type order, which needs an expression.',
  },
);

const queue = {
  hiddenSeconds: Type.Optional(
    integer(HIDDEN_SECONDS.least, HIDDEN_SECONDS.most, 'How long an item that was taken is hidden; 30 where absent.'),
  ),
  retentionSeconds: Type.Optional(
    integer(
      RETENTION_SECONDS.least,
      RETENTION_SECONDS.most,
      'How long an item can be replayed after it was committed or delivered; four days where absent. What is neither stays.',
    ),
  ),
};

const hook = closed(
  {
    url: text(2_000, 'Begins with https://, and lies in no private network.'),
    headers: Type.Optional(
      Type.Record(Type.String(), Type.String({ maxLength: 2_000 }), {
        maxProperties: 30,
        description: 'Sent with every delivery.',
      }),
    ),
    secret: Type.Optional(
      Type.String({
        pattern: '^(?:whsec_)?[A-Za-z0-9+/]{32,200}={0,2}$',
        maxLength: 210,
        description: 'Base64; signs deliveries in the way of Standard Webhooks. Never shown again.',
      }),
    ),
  },
  { description: 'Docket delivers the items there. Headers and secret that are left out are none.' },
);

export const FeedInput = closed(
  {
    name: text(100),
    filter,
    ...queue,
    hook: Type.Optional(hook),
    from: Type.Optional(
      integer(0, MOST_SEQUENCE, 'Only when it is made: events after this position enter it; from now on where absent.'),
    ),
  },
  { $id: 'FeedInput' },
);
export type FeedInput = Static<typeof FeedInput>;

export const FeedTest = closed(
  {
    expression: text(10_000),
    document: Type.Optional(oneOf(['docket', 'vtex'])),
    orderId: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]*$' }),
  },
  { $id: 'FeedTest' },
);
export type FeedTest = Static<typeof FeedTest>;

export const Commit = closed(
  { handles: Type.Array(text(1_000), { minItems: 1, maxItems: 1_000 }) },
  { $id: 'FeedCommit' },
);
export const Replay = closed(
  { from: integer(1, MOST_SEQUENCE, 'The number of the first item that is given out again.') },
  { $id: 'FeedReplay' },
);
export const Pause = closed({ reason: text(200, 'Shown beside the feed.') }, { $id: 'FeedPause' });
export const FEED_INPUTS = [FeedInput, FeedTest, Commit, Replay, Pause];

const date = Type.String({ format: 'date-time' });
const dateOrNull = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time', description });
const textOrNull = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

export const feedId = () => id('Such as erp.');

const Feed = closed(
  {
    feed: Type.String(),
    name: Type.String(),
    owner: Type.String({ description: 'The key whose feed or hook it is in the VTEX dialect; empty: none.' }),
    filter,
    hiddenSeconds: Type.Integer(),
    retentionSeconds: Type.Integer(),
    hook: Type.Unsafe<object | null>({
      description: 'Null: items are taken. Values of headers and the secret are not shown.',
      anyOf: [
        closed({ url: Type.String(), headers: Type.Array(Type.String()), signed: Type.Boolean() }),
        { type: 'null' },
      ],
    }),
    createdAt: date,
    updatedAt: date,
    state: closed({
      lastSequence: Type.Integer({ description: 'The number of its newest item; they have no gap.' }),
      open: Type.Integer({ description: 'Items that are neither committed nor delivered.' }),
      hidden: Type.Integer({ description: 'Of them, those that are taken or wait for their next try.' }),
      oldestOpenAt: dateOrNull('When the oldest of them came in.'),
      position: Type.Integer({ description: 'Up to which position of the account events were decided.' }),
      pausedAt: dateOrNull('Nothing goes out; items gather.'),
      stoppedAt: dateOrNull('Its expression took too long three times; events wait to be decided.'),
      reason: textOrNull('Why it is paused.'),
      restingUntil: dateOrNull('Of a hook to which nothing comes through: when it is tried again.'),
    }),
  },
  { $id: 'Feed' },
);
const listOf = ($ref: string) => Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: `${$ref}#` } });
const FeedPage = closed({ items: listOf('Feed'), next }, { $id: 'FeedPage' });

const content = {
  sequence: Type.Integer(),
  seq: Type.Integer({ description: 'Position of the event in the account.' }),
  orderId: Type.String(),
  version: Type.Integer({ description: 'Of the order.' }),
  domain: Type.String(),
  state: Type.String(),
  lastState: Type.String({ description: 'Empty for the first.' }),
  lastChange: date,
  currentChange: date,
};
const TakenItems = closed(
  { items: Type.Array(closed({ ...content, handle: Type.String(), takes: Type.Integer() })) },
  { $id: 'TakenItems' },
);
const FeedItemPage = closed(
  {
    items: Type.Array(
      closed({
        ...content,
        createdAt: date,
        takes: Type.Integer(),
        visibleAt: date,
        doneAt: dateOrNull('When it was committed or delivered.'),
      }),
    ),
    next,
  },
  { $id: 'FeedItemPage' },
);
const DeliveryPage = closed(
  {
    items: Type.Array(
      closed({
        sequence: Type.Integer(),
        attempt: Type.Integer(),
        orderId: Type.String(),
        at: date,
        millis: Type.Integer(),
        url: Type.String(),
        request: Type.String({ description: 'The bytes that were sent.' }),
        status: Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'Of HTTP; null: no answer.' }),
        error: textOrNull('status, or why there was no answer; null: it came through.'),
        answer: textOrNull('Its first 8 KB. Null without personal.view, and when its person was forgotten.'),
      }),
    ),
    next,
  },
  { $id: 'DeliveryPage' },
);
const CommittedItems = closed({ committed: Type.Integer() }, { $id: 'CommittedItems' });
const ReplayedItems = closed({ replayed: Type.Integer() }, { $id: 'ReplayedItems' });
const RemovedFeed = closed({ feed: Type.String() }, { $id: 'RemovedFeed' });
const HookPing = closed(
  {
    status: Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'Of HTTP; null: no answer.' }),
    error: textOrNull('status, or why there was no answer; null: the receiver took it.'),
    answer: textOrNull('Its first 8 KB.'),
  },
  { $id: 'HookPing' },
);
const FeedTestAnswer = closed(
  {
    matches: Type.Unsafe<boolean | null>({ type: ['boolean', 'null'] }),
    error: textOrNull('Why it could not be said.'),
  },
  { $id: 'FeedTestAnswer' },
);
export const FEED_ANSWERS = [
  Feed,
  FeedPage,
  TakenItems,
  FeedItemPage,
  DeliveryPage,
  CommittedItems,
  ReplayedItems,
  RemovedFeed,
  HookPing,
  FeedTestAnswer,
];
