import type { Caller, OrderScope } from './caller.js';
import { EVERY_PERMISSION } from './permissions.js';

/** A scope as it is given to a key or a person: `own` becomes the id of whoever holds it. */
export interface GivenScope {
  readonly stores: readonly string[] | null;
  readonly seller: string | null;
  readonly own: boolean;
}

export const EVERYWHERE: GivenScope = { stores: null, seller: null, own: false };

/** The scope of a caller with this id. */
export const scopeOf = ({ stores, seller, own }: GivenScope, callerId: string): OrderScope => ({
  stores,
  seller,
  assignee: own ? callerId : null,
});

/** A permission that stands in the grant and that the caller does not hold; null where it holds them all. */
export function permissionBeyond(caller: Pick<Caller, 'permissions'>, given: readonly string[]): string | null {
  if (caller.permissions.has(EVERY_PERMISSION)) return null;
  return given.find((permission) => !caller.permissions.has(permission)) ?? null;
}

/** Whether the scope reaches no further than the caller's. Own orders of somebody else are never the caller's. */
export function scopeWithin({ scope }: Pick<Caller, 'scope'>, { stores, seller, own }: GivenScope): boolean {
  if (scope.stores !== null && (stores === null || stores.some((store) => !scope.stores?.includes(store))))
    return false;
  if (scope.seller !== null && seller !== scope.seller) return false;
  return scope.assignee === null || own;
}
