import type { DecidingFeed, DocumentShape, FeedFilter } from './feed.js';

/** A filter as its columns hold it. */
export interface FilterColumns {
  readonly filter_type: 'status' | 'order';
  readonly statuses: readonly string[];
  readonly expression: string | null;
  readonly every_match: boolean;
  readonly document: DocumentShape;
}

export interface FilterRow extends FilterColumns, Record<string, unknown> {
  readonly feed: string;
  readonly since: number;
}

export function filterOf(row: FilterColumns): FeedFilter {
  if (row.filter_type === 'status') return { type: 'status', statuses: row.statuses, document: row.document };
  return { type: 'order', expression: row.expression ?? '', everyMatch: row.every_match, document: row.document };
}

export const decidingFeedOf = (row: FilterRow): DecidingFeed => ({
  feed: row.feed,
  since: row.since,
  filter: filterOf(row),
});

/** Values of filter_type, statuses, expression, every_match, document. */
export const filterValues = (filter: FeedFilter): readonly unknown[] =>
  filter.type === 'status'
    ? ['status', filter.statuses, null, false, filter.document]
    : ['order', [], filter.expression, filter.everyMatch, filter.document];
