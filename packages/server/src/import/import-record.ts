import type { Amount } from '@docket/core/money/amount';
import type { ImportOrder } from '@docket/core/order/placing-commands';

/** A row of a source that no order or document was made of. */
export interface Rejection {
  /** The name of the file. */
  readonly file: string;
  /** Where the row begins in it, from 1. */
  readonly line: number;
  /** What the row belongs to, in the source's own words. */
  readonly record: string;
  readonly reason: string;
  /** What of the source's sum it is, in minor units, where the mapping or the order tells. */
  readonly value: Amount | null;
}

/** One record of a source, read and mapped: an order with the rows behind its returns, or rows that are none. */
export interface ImportRecord {
  readonly record: string;
  /** Rows of the source behind it. */
  readonly rows: number;
  readonly order: ImportOrder | null;
  /** The rows that would be rejected with the order. */
  readonly behind: readonly Rejection[];
  readonly rejected: readonly Rejection[];
}

/** Records of whole groups, in the order of their keys. */
export interface ImportBatch {
  readonly records: readonly ImportRecord[];
  /** The key of the last group: reading goes on behind it. Null: nothing was left. */
  readonly after: string | null;
  readonly rows: number;
  readonly done: boolean;
}
