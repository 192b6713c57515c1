import { type Static, Type } from 'typebox';
import { closed, code, ref, sku, text } from './fields.js';
import { next, PageQuery } from './paging.js';

const place = () => Type.Optional(code('`main` where absent.'));

export const StockInput = closed(
  {
    sku: sku(),
    place: place(),
    onHand: Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000,
      description: 'Pieces on the shelf, those that orders hold included.',
    }),
  },
  { $id: 'StockInput' },
);
export type StockInput = Static<typeof StockInput>;

const StockAdjustmentInput = closed(
  {
    sku: sku(),
    place: place(),
    delta: Type.Integer({
      minimum: -1_000_000_000,
      maximum: 1_000_000_000,
      not: { const: 0 },
      description: 'Pieces more, or fewer where negative.',
    }),
    reason: text(300, 'Stands in the ledger of stock.'),
  },
  { $id: 'StockAdjustmentInput' },
);

export const StockAdjustments = closed(
  { items: Type.Array(ref(StockAdjustmentInput), { minItems: 1, maxItems: 1_000 }) },
  { $id: 'StockAdjustments' },
);
export type StockAdjustments = Static<typeof StockAdjustments>;

export const StockQuery = closed({
  sku: Type.Optional(
    Type.Array(sku('A SKU.'), {
      minItems: 1,
      maxItems: 100,
      description: 'Of this SKU alone. Repeat the parameter for any of several.',
    }),
  ),
  ...PageQuery.properties,
});
export const MovementsQuery = closed({ sku: sku(), place: place(), ...PageQuery.properties });

const StockLevel = closed(
  {
    sku: Type.String(),
    place: Type.String(),
    onHand: Type.Integer(),
    claimed: Type.Integer(),
    confirmed: Type.Integer(),
    available: Type.Integer({ description: 'onHand − claimed − confirmed.' }),
  },
  { $id: 'StockLevel' },
);
const StockPage = closed({ items: Type.Array(ref(StockLevel)), next }, { $id: 'StockPage' });
const StockLevels = closed({ items: Type.Array(ref(StockLevel)) }, { $id: 'StockLevels' });

const counters = closed({ onHand: Type.Integer(), claimed: Type.Integer(), confirmed: Type.Integer() });
const textOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const StockMovement = closed(
  {
    id: Type.Integer(),
    at: Type.String({ format: 'date-time' }),
    kind: Type.String({
      description:
        'set, adjust, what an order did (claim, confirm, release, consume, restock), or a draft order (reserve, release_reserved).',
    }),
    quantity: Type.Integer(),
    before: counters,
    after: counters,
    orderId: textOrNull,
    draftOrderId: textOrNull,
    lineId: textOrNull,
    reason: textOrNull,
    actor: textOrNull,
  },
  { $id: 'StockMovement' },
);
const StockMovementPage = closed({ items: Type.Array(ref(StockMovement)), next }, { $id: 'StockMovementPage' });

export const STOCK_INPUTS = [StockInput, StockAdjustmentInput, StockAdjustments];
export const STOCK_ANSWERS = [StockLevel, StockPage, StockLevels, StockMovement, StockMovementPage];
