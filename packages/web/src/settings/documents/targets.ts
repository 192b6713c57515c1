import type { AnswerOf } from '@docket/sdk';

type TargetFields = AnswerOf<'getCustomFields'>;
export type Target = TargetFields['target'];

/** What may have fields of the account beside documents of its own types. */
export const TARGETS = [
  'order',
  'line',
  'payment',
  'capture',
  'void',
  'refund',
  'invoice',
  'shipment',
  'package',
  'return',
  'return_invoice',
] as const satisfies readonly Target[];

/** What documents of the account may hang under beside each other. */
export const BUILT_IN_PARENTS = TARGETS.filter((target) => target !== 'line');
