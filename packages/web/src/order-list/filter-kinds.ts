import type { FilterName, OrderQuery } from './order-search';
import { STATUS_FILTER, STATUSES, type Vocabulary } from './order-words';
import { CLOSED } from './order-search';

type Names = FilterName[];

/** How a filter is asked for. One of a range has two names of the query. */
export type FilterKind = { readonly name: string; readonly permission?: 'personal.view' | 'prices.view' } & (
  | { readonly form: 'choice'; readonly names: readonly [FilterName]; readonly words: readonly string[] }
  | { readonly form: 'words'; readonly names: readonly [FilterName]; readonly from: Suggested | null }
  | { readonly form: 'days'; readonly names: readonly [FilterName, FilterName] }
  | { readonly form: 'flag'; readonly names: readonly [FilterName] }
  | { readonly form: 'one'; readonly names: readonly [FilterName]; readonly words: readonly string[] }
  /** Only taken away: links and saved views may ask for it. */
  | { readonly form: 'shown'; readonly names: readonly FilterName[] }
);

/** Where suggestions come from: what the account has, or what the rows at hand show. */
export type Suggested = 'stores' | 'channels' | 'tags' | 'assignees' | 'sellers' | 'workflows' | 'currencies';

/** The filters that the desk offers, in the order of the menu. */
export function filterKinds(vocabulary: Vocabulary): FilterKind[] {
  const choice = (name: keyof OrderQuery & FilterName): FilterKind => ({
    name,
    form: 'choice',
    names: [name],
    words: CLOSED[name] ?? [],
  });
  const words = (name: FilterName, from: Suggested | null = null): FilterKind => ({
    name,
    form: 'words',
    names: [name],
    from,
  });
  const status = STATUS_FILTER[vocabulary];
  return [
    { name: status, form: 'choice', names: [status], words: STATUSES[vocabulary] },
    choice('stage'),
    choice('paymentState'),
    choice('shippingState'),
    { name: 'late', form: 'flag', names: ['late'] },
    { name: 'created', form: 'days', names: ['createdFrom', 'createdTo'] },
    { name: 'due', form: 'days', names: ['dueFrom', 'dueTo'] },
    { name: 'updated', form: 'days', names: ['updatedFrom', 'updatedTo'] },
    words('store', 'stores'),
    words('channel', 'channels'),
    { ...words('email'), permission: 'personal.view' },
    words('customerId'),
    words('tag', 'tags'),
    words('assignee', 'assignees'),
    words('sku'),
    words('gtin'),
    words('seller', 'sellers'),
    words('externalId'),
    words('workflow', 'workflows'),
    words('currency', 'currencies'),
    { name: 'onHold', form: 'flag', names: ['onHold'] },
    { name: 'hasNote', form: 'flag', names: ['hasNote'] },
    { name: 'complete', form: 'one', names: ['complete'], words: ['false', 'any'] },
    { name: 'deleted', form: 'one', names: ['deleted'], words: ['true', 'any'] },
  ];
}

/** Those that are set, in the order in which they came; what the desk does not offer is shown all the same. */
export function setKinds(kinds: readonly FilterKind[], set: Names): FilterKind[] {
  const found: FilterKind[] = [];
  for (const name of set) {
    const kind = kinds.find(({ names }) => (names as readonly FilterName[]).includes(name)) ?? others(name);
    if (!found.some((one) => one.name === kind.name)) found.push(kind);
  }
  return found;
}

function others(name: FilterName): FilterKind {
  const vocabulary = (Object.keys(STATUS_FILTER) as Vocabulary[]).find((one) => STATUS_FILTER[one] === name);
  if (vocabulary !== undefined) return { name, form: 'choice', names: [name], words: STATUSES[vocabulary] };
  return { name, form: 'shown', names: [name] };
}
