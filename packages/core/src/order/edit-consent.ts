import type { Amount } from '../money/amount.js';
import type { ActorRef } from './decision.js';
import { changesPromotions, type EditOrder } from './edit-commands.js';
import { type EditStage, editStages, type RuledEdit } from './edit-rules.js';
import type { Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

/** Whether every change of a kind wants the buyer's consent, or only an edit by which the order comes to more. */
export const CONSENT_WHEN = ['always', 'dearer'] as const;

/** At which stages of the order a kind of change wants the consent of the buyer. */
export interface ConsentRule {
  readonly stages: readonly EditStage[];
  readonly when: (typeof CONSENT_WHEN)[number];
}

/** What the account asks its buyers before it is done; a kind without a rule is done unasked. */
export type ConsentRules = Readonly<Partial<Record<RuledEdit, ConsentRule>>>;

/** Making an edit unasked that the account wants the buyer asked for. */
const OVERRULING = 'orders.overrule';

/**
 * Whether the buyer has to agree first. Where they speak themselves, or whoever speaks for them, they do.
 * Refusal: edit_needs_consent, with the first change that wants it, or the promotions.
 */
export function withoutConsent(
  order: Order,
  command: Pick<EditOrder, 'changes' | 'promotions'>,
  after: Amount,
  rules: ConsentRules = {},
  { kind, may }: ActorRef,
): Refusal | null {
  if (kind === 'shopper' || may === undefined || may.has('*') || may.has(OVERRULING)) return null;
  const isDearer = after > order.head.totals.total;
  const stages = editStages(order);
  const asked = (edit: RuledEdit): EditStage | undefined => {
    const rule = rules[edit];
    return rule === undefined || (rule.when === 'dearer' && !isDearer)
      ? undefined
      : stages.find((stage) => rule.stages.includes(stage));
  };
  const edits = [
    ...command.changes.map(({ change }, index) => ({ change, pointer: `/changes/${index}` })),
    ...(changesPromotions(command) ? [{ change: 'promotions', pointer: '/promotions' } as const] : []),
  ];
  for (const { change, pointer } of edits) {
    const stage = asked(change);
    if (stage !== undefined) return refuse('edit_needs_consent', pointer, { change, stage, permission: OVERRULING });
  }
  return null;
}
