import { BLOCKED } from '@docket/core/order/held-commands';
import { Type } from 'typebox';
import { PERMISSIONS } from '../../../access/permissions.js';
import { closed, oneOf, paperNumber, ref } from './fields.js';

/** What a hold blocks. */
export const blocked = () =>
  Type.Array(oneOf(BLOCKED), {
    minItems: 1,
    maxItems: BLOCKED.length,
    uniqueItems: true,
    description: 'Groups of commands that are refused while the hold stands, or all of them.',
  });

const RELEASERS = [
  { type: 'string', enum: Object.keys(PERMISSIONS) },
  { type: 'string', pattern: '^role:[a-z0-9][a-z0-9_-]*$', maxLength: 68 },
] as const;

/** Who may release a hold. */
export const releaseBy = (description: string) =>
  Type.Unsafe<string>({
    anyOf: [...RELEASERS],
    description: `A permission, or role:<name>, that releasing takes beside orders.edit. ${description}`,
  });

export const releaseByOrNull = () =>
  Type.Unsafe<string | null>({
    anyOf: [...RELEASERS, { type: 'null' }],
    description: 'A permission, or role:<name>, that releasing takes beside orders.edit; null: none.',
  });

/** The part of an order that a hold stands on. */
export const holdTarget = (description = 'The whole order where absent.') =>
  closed(
    {
      kind: oneOf([
        'line',
        'payment',
        'invoice',
        'shipment',
        'package',
        'return_invoice',
        'return',
        'capture',
        'void',
        'refund',
        'custom',
      ]),
      id: paperNumber('Of the line or document; of a paper its number.'),
    },
    { description },
  );

/** A hold as an order shows it. */
export const Hold = closed(
  {
    id: Type.String(),
    holdType: Type.String(),
    on: Type.Unsafe<unknown>({
      ...holdTarget('The part of the order that it stands on; null: the whole of it.'),
      type: ['object', 'null'],
    }),
    blocks: blocked(),
    releaseBy: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'A permission, or role:<name>, that releasing takes beside orders.edit; null: none.',
    }),
    releaseAt: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      format: 'date-time',
      description: 'When it ends by itself; null: never.',
    }),
    placedAt: Type.String({ format: 'date-time' }),
    placedBy: Type.String(),
    reason: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Null without personal.view.' }),
    released: Type.Unsafe<unknown>({
      ...closed({
        at: Type.String({ format: 'date-time' }),
        by: Type.String(),
        how: oneOf(['by_hand', 'by_time']),
        reason: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Null without personal.view.' }),
      }),
      type: ['object', 'null'],
      description: 'Null: it stands.',
    }),
    mayRelease: Type.Boolean({ description: 'Whether the caller may release it now.' }),
  },
  { $id: 'Hold' },
);

/** What an order shows of holds. */
export const HOLDS_OF_ORDER = {
  holds: Type.Array(ref(Hold), { description: 'Those that stand, and the last 50 that were released.' }),
  heldTimers: Type.Array(closed({ name: Type.String(), due: Type.String({ format: 'date-time' }) }), {
    description: 'Windows and deadlines that wait for a hold; those that are due run when it is released.',
  }),
};
