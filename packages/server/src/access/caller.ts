/** Who asks, as every dialect sees it, whatever they identified themselves with. */
export interface Caller {
  readonly account: string;
  readonly kind: 'key' | 'user';
  /** `key:<name of the key>` or `user:<id>`: stands as actor in the log and as assignee on orders. */
  readonly id: string;
  readonly permissions: ReadonlySet<string>;
  /** Names of its roles: what they permit stands among the permissions. */
  readonly roles: readonly string[];
  readonly scope: OrderScope;
}

const powers = new WeakMap<Caller, ReadonlySet<string>>();

/** What a caller may do as core asks for it: permissions, and roles behind `role:`. Callers of keys live long. */
export function powersOf(caller: Caller): ReadonlySet<string> {
  const known = powers.get(caller) ?? new Set([...caller.permissions, ...caller.roles.map((role) => `role:${role}`)]);
  powers.set(caller, known);
  return known;
}

/** Which orders of its account a caller may see; all parts must hold, and null restricts nothing. */
export interface OrderScope {
  /** Orders of these stores. */
  readonly stores: readonly string[] | null;
  /** Orders of which this seller has a line. */
  readonly seller: string | null;
  /** Orders that lie on this desk: the caller's own id. */
  readonly assignee: string | null;
}

export const EVERY_ORDER: OrderScope = { stores: null, seller: null, assignee: null };

/** Whether the scope is the whole account. */
export const seesEveryOrder = ({ stores, seller, assignee }: OrderScope): boolean =>
  stores === null && seller === null && assignee === null;
