export type SortKey = 'created' | 'updated' | 'total' | 'due';

/**
 * What a list may be asked for. All parts must hold, and of several values of one part any. Values that lie in the tokens
 * alone (VTEX status, e-mail, SKU, GTIN, seller, tag, assignee, external id of any source) are compared without case and
 * accents, the others exactly.
 */
export interface OrderFilters {
  /** The step of the order's own workflow. */
  readonly status?: readonly string[];
  /** The status in the words of the other vocabularies. */
  readonly vtexStatus?: readonly string[];
  readonly orionStatus?: readonly string[];
  readonly virtoStatus?: readonly string[];
  readonly stage?: readonly string[];
  readonly paymentState?: readonly string[];
  readonly shippingState?: readonly string[];
  readonly store?: readonly string[];
  readonly channel?: readonly string[];
  readonly origin?: readonly string[];
  readonly workflow?: readonly string[];
  readonly currency?: readonly string[];
  readonly group?: readonly string[];
  /** The number of the order in its account. */
  readonly sequence?: readonly string[];
  readonly customerId?: readonly string[];
  readonly email?: readonly string[];
  readonly sku?: readonly string[];
  /** In any of its lengths. */
  readonly gtin?: readonly string[];
  readonly seller?: readonly string[];
  readonly tag?: readonly string[];
  readonly assignee?: readonly string[];
  /** Without a source: of any. With one the id is compared exactly. */
  readonly externalId?: { readonly source?: string; readonly ids: readonly string[] };
  /** ISO instants; from inclusive, to exclusive. */
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly updatedFrom?: string;
  readonly updatedTo?: string;
  /** The earliest open deadline; an order without one has none in any range. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
  /** The instant to compare with: orders whose earliest open deadline lies before it. */
  readonly lateAt?: string;
  /** Minor units, both inclusive. */
  readonly totalFrom?: number;
  readonly totalTo?: number;
  readonly hasNote?: boolean;
  readonly onHold?: boolean;
  /** When the last payment was approved, and when all was invoiced: from inclusive, to exclusive. */
  readonly authorisedFrom?: string;
  readonly authorisedTo?: string;
  readonly invoicedFrom?: string;
  readonly invoicedTo?: string;
  readonly hasReturnInvoice?: boolean;
  /** What only another dialect knows of an order (`order-list-facets.ts`): all of them must hold, of each any value. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  /** True where absent. */
  readonly complete?: boolean | 'any';
  /** False where absent: deleted orders are hidden. */
  readonly deleted?: boolean | 'any';
  /** Whole words, all of which must occur; a word that ends in `*` is the beginning of one, from 3 characters. */
  readonly text?: string;
  /** True: a word of the text is a whole number or code of the order, and no word of a name, an address or a product. */
  readonly codesOnly?: boolean;
  /** Orders that the buyer knows as theirs: by the normalised address, or by one of the customer ids unless they were forgotten. */
  readonly buyer?: { readonly address: string; readonly customerIds: readonly string[] };
  /** What the caller is restricted to beside its filters: orders with a line of the seller, orders of the assignee. */
  readonly within?: { readonly seller: string | null; readonly assignee: string | null };
}

export interface OrderListQuery extends OrderFilters {
  /** `due` shows only orders with an open deadline. `created` where absent. */
  readonly sort?: SortKey;
  /** True where absent, except for `due`. */
  readonly descending?: boolean;
  /** 1 to 100; 50 where absent. */
  readonly limit?: number;
  readonly cursor?: string;
  /** Instead of a cursor; offset + limit ≤ 10,000. */
  readonly offset?: number;
}

export interface ListProblem {
  readonly problem:
    | 'cursor_invalid'
    | 'cursor_of_other_query'
    | 'offset_too_deep'
    | 'limit_invalid'
    | 'text_invalid'
    | 'text_too_long'
    | 'prefix_too_short';
  /** The part of the query that it is about. */
  readonly field: string;
}

export const isListProblem = (answer: object): answer is ListProblem => 'problem' in answer;

/** The column of the list that a sort goes by. */
export const SORT_COLUMN: Readonly<Record<SortKey, 'created_at' | 'updated_at' | 'total' | 'due_at'>> = {
  created: 'created_at',
  updated: 'updated_at',
  total: 'total',
  due: 'due_at',
};

export const isDescending = (query: OrderListQuery): boolean => query.descending ?? query.sort !== 'due';

/** NUL, and halves of surrogate pairs. */
export const UNSTORABLE = /\0|\p{Surrogate}/u;
