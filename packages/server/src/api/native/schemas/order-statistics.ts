import { type Static, Type } from 'typebox';
import { closed, queryText } from './fields.js';

const day = (description: string) =>
  Type.Optional(Type.String({ pattern: '^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$', maxLength: 10, description }));

/** One value each: who compares several asks several times. */
export const OrderStatisticsParameters = closed({
  from: day('The first day, as UTC has it; 29 days before `to` where absent.'),
  to: day('The last day; today where absent. At most 366 days.'),
  store: Type.Optional(queryText(64, 'Orders of this store alone.')),
  channel: Type.Optional(queryText(64, 'Orders of this channel alone.')),
  currency: Type.Optional(queryText(3, 'ISO 4217.')),
});
export type OrderStatisticsParameters = Static<typeof OrderStatisticsParameters>;

const date = Type.String({ description: 'Such as 2026-01-31.' });
const figures = {
  currency: Type.String(),
  orders: Type.Integer(),
  total: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'Minor units. Null without prices.view, and beyond what a JSON number holds exactly (9 · 10^15).',
  }),
};

const OrderStatistics = closed(
  {
    from: date,
    to: date,
    days: Type.Array(closed({ day: date, ...figures }), { description: 'Days without orders are left out.' }),
    statuses: Type.Array(closed({ status: Type.String(), ...figures })),
    channels: Type.Array(closed({ channel: Type.String(), ...figures })),
    exact: Type.Boolean({ description: 'False: only 10,000 of the orders were looked at.' }),
  },
  {
    $id: 'OrderStatistics',
    description: 'The same orders taken together three ways, each by currency: complete ones that are not deleted.',
  },
);

export const STATISTICS_SCHEMAS = [OrderStatistics];
