import { Type } from 'typebox';
import { closed, freeObject, freeValue, oneOf } from './fields.js';

const str = (description?: string) => Type.String(description === undefined ? {} : { description });
const int = (description?: string) => Type.Integer(description === undefined ? {} : { description });
const figure = (description?: string) =>
  Type.Unsafe<unknown>({ type: ['string', 'integer', 'null'], ...(description === undefined ? {} : { description }) });
const byName = (item: object, description: string) =>
  Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: item, description });

const EffectEvent = closed(
  {
    type: str(),
    text: str('In one line of English.'),
    data: freeObject('What would happen; times are those of the preview.'),
    personal: freeValue('Null where there is nothing personal.'),
  },
  { $id: 'EffectEvent' },
);

const StockMove = closed(
  {
    kind: str('Such as claim, confirm, consume_confirmed, release_claimed.'),
    sku: str(),
    place: str(),
    quantity: int(),
    lineId: str(),
    onHand: int('Change of the counter, in pieces.'),
    claimed: int('Change of the counter, in pieces.'),
    confirmed: int('Change of the counter, in pieces.'),
  },
  { $id: 'StockMove' },
);

const MoneyEffect = closed(
  { event: str('Which event posts it.'), debit: str(), credit: str(), amount: int('Minor units.') },
  { $id: 'MoneyEffect' },
);

const Paper = closed(
  {
    kind: oneOf(['invoice', 'return_invoice']),
    number: str('As sent. A number that a series gives is claimed at the commit: then it is `next in series`.'),
    value: int('Minor units.'),
  },
  { $id: 'Paper' },
);

const OrderEffects = closed(
  {
    currency: str(),
    events: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'EffectEvent#' } }),
    changes: byName(
      closed({ before: figure('Null where the order is new.'), after: figure() }),
      'Status, stage, payment and shipping state, total and amount due, where they change.',
    ),
    stock: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'StockMove#' } }),
    money: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'MoneyEffect#' } }),
    papers: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'Paper#' } }),
    messages: Type.Array(Type.Object({}), { description: 'Mails and signals that would go out.' }),
  },
  { $id: 'OrderEffects' },
);

const PreviewWarning = closed(
  {
    code: str('A refusal that the commit would meet if nothing changed, or without_effect.'),
    title: str(),
    pointer: Type.Optional(str('JSON pointer into the command.')),
    details: Type.Optional(Type.Unsafe<Record<string, unknown>>({ type: 'object' })),
  },
  { $id: 'PreviewWarning' },
);

const FORESEEN = {
  command: str(),
  order: Type.Unsafe<unknown>({
    anyOf: [{ $ref: 'Order#' }, { $ref: 'OrderReceipt#' }],
    description: 'As it would be afterwards, with what would be allowed then.',
  }),
  effects: byName(
    { $ref: 'OrderEffects#' },
    'By the id of each order that changes: the one asked, and those linked to it.',
  ),
  baseVersions: byName({ type: 'integer' }, 'The versions that it was decided on, by order id.'),
  warnings: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'PreviewWarning#' } }),
};

const Preview = closed(
  {
    token: str('Commits it: POST /api/v1/admin/previews/{token}/commit.'),
    expiresAt: Type.String({ format: 'date-time', description: 'Fifteen minutes after it was made.' }),
    ...FORESEEN,
  },
  { $id: 'Preview', description: 'What a command would do. Nothing of it has happened.' },
);

const DraftPreview = closed(FORESEEN, {
  $id: 'DraftPreview',
  description: 'What confirming a draft would do now. Nothing of it has happened.',
});

export const PREVIEW_SCHEMAS = [
  EffectEvent,
  StockMove,
  MoneyEffect,
  Paper,
  OrderEffects,
  PreviewWarning,
  Preview,
  DraftPreview,
];
