import type { components } from '@docket/sdk';

export type EditChange = components['schemas']['EditChange'];

export type Kind = EditChange['change'];
export type ChangeOf<Name extends Kind> = Extract<EditChange, { change: Name }>;

const SUBJECTS = ['lineId', 'deliveryId', 'discountId', 'adjustmentId', 'paymentId', 'coupon'];

/** What a change is about: two changes of the same kind about the same thing replace each other. */
function subjectOf(change: EditChange): string {
  const { change: kind } = change;
  // Another delivery of the same line takes the place of the one before.
  const about = (kind === 'set_line_delivery' ? ['lineId'] : SUBJECTS)
    .map((name) => (change as unknown as Readonly<Record<string, unknown>>)[name])
    .filter((id) => typeof id === 'string');
  return [kind, ...about].join(' ');
}

/** The changes with this one, in the place of the one about the same thing. */
export const withChange = (changes: readonly EditChange[], next: EditChange): readonly EditChange[] => [
  ...withoutChange(changes, next),
  next,
];

export const withoutChange = (changes: readonly EditChange[], like: EditChange): readonly EditChange[] =>
  changes.filter((each) => subjectOf(each) !== subjectOf(like));

/** The change of this kind about this thing, where there is one. */
export function changeOf<Name extends Kind>(
  changes: readonly EditChange[],
  kind: Name,
  about: Partial<Readonly<Record<string, string>>> = {},
): ChangeOf<Name> | undefined {
  return changes.find(
    (each): each is ChangeOf<Name> =>
      each.change === kind &&
      Object.entries(about).every(([name, id]) => (each as unknown as Readonly<Record<string, unknown>>)[name] === id),
  );
}

/** The deliveries of an order as it is edited, with the places that they are shown at: its own and those added, without those taken away. */
export function deliveriesOf(
  { deliveries }: { readonly deliveries: readonly { readonly id: string }[] },
  changes: readonly EditChange[],
): readonly PlacedDelivery[] {
  const ids = deliveries.map(({ id }) => id);
  const set = changes.flatMap((each) => (each.change === 'set_delivery' ? [each.deliveryId] : []));
  const removed = changes.flatMap((each) => (each.change === 'remove_delivery' ? [each.deliveryId] : []));
  return [...new Set([...ids, ...set])]
    .map((id, index) => ({ id, place: index + 1 }))
    .filter(({ id }) => !removed.includes(id));
}

export interface PlacedDelivery {
  readonly id: string;
  /** Counted from 1. */
  readonly place: number;
}

/** Whether two changes, or two drafts, say the same, in whatever order their fields stand. */
export const isSame = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** What parts of a draft are edited with: the changes so far, and which kinds may be made now. */
export interface Editing {
  readonly changes: readonly EditChange[];
  readonly onChange: (changes: readonly EditChange[]) => void;
  readonly may: (kind: Kind | 'promotions') => boolean;
}

/** All that a draft says. */
export interface DraftContent {
  readonly changes: readonly EditChange[];
  readonly promotions: 'keep' | 'rerun' | 'drop';
  readonly settle: 'none' | 'adjust';
  readonly reason: string;
}

export const NOTHING: DraftContent = { changes: [], promotions: 'keep', settle: 'none', reason: '' };

export const saysNothing = ({ changes, promotions }: DraftContent): boolean =>
  changes.length === 0 && promotions === 'keep';

/** What is as usual is left out. */
export const inputOf = ({
  changes,
  promotions,
  settle,
  reason,
}: DraftContent): components['schemas']['DraftInput'] => ({
  changes: [...changes],
  ...(promotions === 'keep' ? {} : { promotions }),
  ...(settle === 'none' ? {} : { settle }),
  ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
});
