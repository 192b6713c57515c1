import type { OrderRow } from '@docket/sdk';
import type { TFunction } from 'i18next';
import classes from './order-list.module.css';
import { ORION_STATUSES, VIRTO_STATUSES, type FilterName } from './order-search';

export const VOCABULARIES = ['native', 'vtex', 'orion', 'virto'] as const;
/** Whose words the status is told in. */
export type Vocabulary = (typeof VOCABULARIES)[number];

export const STATUS_FILTER: Readonly<Record<Vocabulary, FilterName>> = {
  native: 'status',
  vtex: 'vtexStatus',
  orion: 'orionStatus',
  virto: 'virtoStatus',
};

/** Steps of the workflows that come with Docket in which an order can be met. */
const STEPS = [
  'payment-pending', 'window-to-change-payment', 'payment-approved', 'waiting-for-order-authorization',
  'waiting-for-authorization', 'waiting-for-manual-authorization', 'waiting-ffmt-authorization',
  'waiting-for-mkt-authorization', 'waiting-for-fulfillment', 'waiting-seller-handling', 'window-to-cancel',
  'window-to-change-seller', 'ready-for-handling', 'handling', 'ready-for-invoicing', 'invoiced',
  'cancellation-requested', 'waiting-for-seller-decision', 'canceled', 'replaced',
] as const; // prettier-ignore
const OF_SIMPLE = ['pending', 'processing', 'partially_shipped', 'shipped', 'delivered', 'cancelled', 'refunded'];

/** What the filter by status offers; a workflow of the account may have further steps. */
export const STATUSES: Readonly<Record<Vocabulary, readonly string[]>> = {
  native: [...STEPS, ...OF_SIMPLE],
  vtex: STEPS,
  orion: ORION_STATUSES,
  virto: VIRTO_STATUSES,
};

/** Null: the order has no word in that vocabulary yet. */
export const statusOf = (row: OrderRow, vocabulary: Vocabulary): string | null =>
  vocabulary === 'native' ? row.status : row.statuses[vocabulary];

/** Words of other systems stay as their connectors know them; ours are told in the reader's language. */
export function statusText(status: string, vocabulary: Vocabulary, t: TFunction<'order-list'>): string {
  if (vocabulary !== 'native') return status;
  const key: string = `step.${status}`;
  return t(key as 'step.handling', { defaultValue: inWords(status) });
}

/** `quality_check` is `Quality check`. */
function inWords(step: string): string {
  const text = step.replaceAll(/[-_]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const PAYMENT_TONES: Readonly<Record<string, string>> = {
  pending: 'waits',
  partly_paid: 'waits',
  authorised: 'goes',
  paid: 'done',
  overpaid: 'asks',
  partly_refunded: 'ended',
  refunded: 'ended',
  denied: 'asks',
  cancelled: 'ended',
};
const SHIPPING_TONES: Readonly<Record<string, string>> = {
  partly_shipped: 'goes',
  shipped: 'goes',
  partly_delivered: 'goes',
  delivered: 'done',
};
const STAGE_TONES: Readonly<Record<string, string>> = {
  placing: 'waits',
  paying: 'waits',
  handling: 'goes',
  handing_over: 'goes',
  travelling: 'goes',
  received: 'done',
  ended: 'ended',
};
/** Where the stage says too little: somebody must decide, or begin. */
const STATUS_TONES: Readonly<Record<string, string>> = {
  'cancellation-requested': 'asks',
  'waiting-for-seller-decision': 'asks',
  'waiting-for-manual-authorization': 'asks',
  'ready-for-handling': 'ready',
  'ready-for-invoicing': 'ready',
  invoiced: 'done',
  delivered: 'done',
};

export const paymentTone = ({ paymentState }: OrderRow): string => PAYMENT_TONES[paymentState] ?? 'none';
export const shippingTone = ({ shippingState }: OrderRow): string => SHIPPING_TONES[shippingState] ?? 'none';
export const statusTone = ({ status, stage }: OrderRow): string => STATUS_TONES[status] ?? STAGE_TONES[stage] ?? 'none';

/** A word with the dot of its tone; the tone only repeats what the word says. */
export function Word({ tone, strong = false, children }: WordProps) {
  return (
    <span className={classes.word} data-strong={strong || undefined} title={children}>
      <span className={classes.dot} data-tone={tone} />
      <span className={classes.cut}>{children}</span>
    </span>
  );
}

interface WordProps {
  readonly tone: string;
  readonly strong?: boolean;
  readonly children: string;
}
