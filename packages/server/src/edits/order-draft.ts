import type { EditKind, EditOrder } from '@docket/core/order/edit-commands';

/** What an edit that is being prepared says. `recorded`: of one that takes another back, and never from outside. */
export type DraftContent = Pick<EditOrder, 'changes' | 'promotions' | 'settle' | 'reason' | 'recorded'>;

export const DRAFT_STATES = ['open', 'awaiting_consent', 'confirmed', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** By what a list is narrowed. undecided: something can still become of them. */
export const DRAFT_FILTERS = [...DRAFT_STATES, 'undecided'] as const;
export type DraftFilter = (typeof DRAFT_FILTERS)[number];

/** What became of a question to the buyer. `outdated`, `refused`: they agreed, and the edit could not be made. */
export const CONSENT_ANSWERS = ['agreed', 'declined', 'withdrawn', 'expired', 'outdated', 'refused'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** What every list tells of a draft: nothing of it is personal. */
export interface DraftSummary {
  readonly draftId: string;
  readonly orderId: string;
  readonly state: DraftState;
  /** Version of the order that the changes were written against. */
  readonly baseVersion: number;
  /** The version that confirming made; null until then. */
  readonly confirmedAs: number | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly changeCount: number;
  readonly kinds: readonly EditKind[];
  /** The last question to the buyer; null: there was none. */
  readonly consent: Question | null;
}

interface Question {
  readonly askedAt: string;
  readonly askedBy: string;
  readonly expiresAt: string;
  /** Null while it waits. */
  readonly answer: ConsentAnswer | null;
  readonly answeredAt: string | null;
  /** A session or a link, never the person. */
  readonly answeredBy: string | null;
  /** The code of what stood against the edit when the buyer agreed. */
  readonly problem: string | null;
}

export interface OrderDraft extends DraftSummary {
  /** Rises with every change. */
  readonly revision: number;
  /** The version that was edited, of a confirmed one; that of `confirmedAs` where nothing changed. */
  readonly confirmedFrom: number | null;
  readonly content: DraftContent;
  readonly consent: (Question & ConsentWords) | null;
  /** The link that the last question was mailed with; null: it was not. Whoever else holds a link to the order was not asked. */
  readonly link: string | null;
}

/** What people wrote. */
export interface ConsentWords {
  readonly message: string | null;
  readonly reason: string | null;
}

/** Whether something can still become of it. */
export const isUndecided = ({ state }: Pick<DraftSummary, 'state'>): boolean =>
  state === 'open' || state === 'awaiting_consent';

/** Kinds of changes, each once. */
export const kindsOf = ({ changes }: Pick<DraftContent, 'changes'>): readonly EditKind[] => [
  ...new Set(changes.map(({ change }) => change)),
];
