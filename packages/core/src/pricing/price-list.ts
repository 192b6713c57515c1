import type { UnitPrice } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Instant } from '../order/order.js';

/**
 * Prices for a part of the buyers: those of some channels, stores, customer groups or organisations, for some time. An
 * empty list of names says nothing: it holds for all.
 */
export interface PriceList {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly currency: Currency;
  readonly stores: readonly string[];
  readonly channels: readonly string[];
  readonly groups: readonly string[];
  readonly organisations: readonly string[];
  /** The higher goes first, among equally specific lists. */
  readonly priority: number;
  /** From this instant on; null: always. */
  readonly validFrom: Instant | null;
  /** Before this instant; null: for good. */
  readonly validUntil: Instant | null;
}

/** Unit prices of one SKU by quantity, ascending and each quantity once. */
export interface PriceListEntry {
  readonly list: string;
  readonly sku: string;
  readonly tiers: readonly PriceTier[];
}

export interface PriceTier {
  /** Pieces from which on the price holds, at least 1. */
  readonly minQuantity: number;
  /** Millionths of the major unit. */
  readonly priceMicros: UnitPrice;
  /** What it is compared with on screens and papers; null: the catalogue's price. */
  readonly listPriceMicros: UnitPrice | null;
}

/** Who buys where: what price lists and promotions ask about. */
export interface Buying {
  readonly currency: Currency;
  readonly store: string;
  readonly channel: string;
  readonly groups: readonly string[];
  readonly organisation: string | null;
  readonly at: Instant;
}

/** Why a price list gave no price, or not the one that was taken. */
export type PriceListReason =
  | { readonly why: 'inactive' }
  | { readonly why: 'not_started'; readonly from: Instant }
  | { readonly why: 'ended'; readonly until: Instant }
  | { readonly why: 'other_currency'; readonly currency: Currency }
  | { readonly why: 'other_store' | 'other_channel' | 'other_group' | 'other_organisation' }
  | { readonly why: 'sku_missing' }
  | { readonly why: 'quantity_too_small'; readonly minQuantity: number }
  /** It has a price; the list that was taken names the buyer more closely, has the higher priority, or is cheaper. */
  | {
      readonly why: 'less_specific' | 'lower_priority' | 'dearer' | 'later_id';
      readonly priceMicros: UnitPrice;
    };

export interface PickedPrice {
  readonly priceMicros: UnitPrice;
  readonly listPriceMicros: UnitPrice | null;
  /** Null: no list had a price, so it is that of the catalogue. */
  readonly list: string | null;
  /** Quantity of the tier that won. */
  readonly minQuantity: number;
}

export interface PriceAnswer {
  /** Null: neither a list nor the catalogue knows a price. */
  readonly price: PickedPrice | null;
  /** Every list but the one that was taken, in the order of their ids. */
  readonly notTaken: readonly ({ readonly list: string } & PriceListReason)[];
}

/**
 * The unit price of a SKU for one buyer. Of the lists that hold for them and have a price at this quantity, the first
 * wins by, in this order:
 *
 * 1. how closely it names the buyer: their organisation, then one of their groups, then the store, then the channel. A
 *    list that names the organisation goes before every list that does not, whatever else those name;
 * 2. the higher priority;
 * 3. the lower price;
 * 4. the id, so that the answer never depends on the order of the lists.
 *
 * Within a list it is the tier with the greatest quantity that is reached. Where no list has a price it is the
 * catalogue's, when that is in the currency asked for. `entries` are those of this SKU.
 */
export function pickPrice(
  wanted: { readonly quantity: number } & Buying,
  lists: readonly PriceList[],
  entries: readonly PriceListEntry[],
  catalogue: UnitPrice | null,
): PriceAnswer {
  const byList = new Map(entries.map((entry) => [entry.list, entry]));
  const priced: Offer[] = [];
  const notTaken: ({ readonly list: string } & PriceListReason)[] = [];
  for (const list of lists) {
    const against = listReason(list, wanted) ?? entryReason(byList.get(list.id), wanted.quantity);
    if ('why' in against) notTaken.push({ list: list.id, ...against });
    else priced.push({ list, tier: against });
  }
  const [best, ...others] = priced.sort(byPrecedence);
  if (best === undefined) {
    const price =
      catalogue === null ? null : { priceMicros: catalogue, listPriceMicros: catalogue, list: null, minQuantity: 1 };
    return { price, notTaken: inOrder(notTaken) };
  }
  const { list, tier } = best;
  for (const other of others) {
    notTaken.push({
      list: other.list.id,
      why: lostBy(best, other),
      priceMicros: other.tier.priceMicros,
    });
  }
  return {
    price: {
      priceMicros: tier.priceMicros,
      listPriceMicros: tier.listPriceMicros ?? catalogue,
      list: list.id,
      minQuantity: tier.minQuantity,
    },
    notTaken: inOrder(notTaken),
  };
}

interface Offer {
  readonly list: PriceList;
  readonly tier: PriceTier;
}

function listReason(list: PriceList, buying: Buying): PriceListReason | null {
  if (!list.active) return { why: 'inactive' };
  if (list.validFrom !== null && buying.at < list.validFrom) return { why: 'not_started', from: list.validFrom };
  if (list.validUntil !== null && buying.at >= list.validUntil) return { why: 'ended', until: list.validUntil };
  if (list.currency !== buying.currency) return { why: 'other_currency', currency: list.currency };
  if (!holdsFor(list.stores, [buying.store])) return { why: 'other_store' };
  if (!holdsFor(list.channels, [buying.channel])) return { why: 'other_channel' };
  if (!holdsFor(list.groups, buying.groups)) return { why: 'other_group' };
  const organisations = buying.organisation === null ? [] : [buying.organisation];
  return holdsFor(list.organisations, organisations) ? null : { why: 'other_organisation' };
}

/** Whether a list of names holds for one of these; an empty one holds for all. */
export const holdsFor = (names: readonly string[] | undefined, some: readonly string[]): boolean =>
  names === undefined || names.length === 0 || some.some((name) => names.includes(name));

function entryReason(entry: PriceListEntry | undefined, quantity: number): PriceListReason | PriceTier {
  if (entry === undefined) return { why: 'sku_missing' };
  const reached = entry.tiers.filter(({ minQuantity }) => minQuantity <= quantity);
  const tier = reached.reduce<PriceTier | undefined>(
    (best, next) => (best === undefined || next.minQuantity > best.minQuantity ? next : best),
    undefined,
  );
  if (tier !== undefined) return tier;
  const least = entry.tiers.reduce((min, { minQuantity }) => Math.min(min, minQuantity), Number.MAX_SAFE_INTEGER);
  return entry.tiers.length === 0 ? { why: 'sku_missing' } : { why: 'quantity_too_small', minQuantity: least };
}

const specificity = ({ organisations, groups, stores, channels }: PriceList): number =>
  (organisations.length > 0 ? 8 : 0) +
  (groups.length > 0 ? 4 : 0) +
  (stores.length > 0 ? 2 : 0) +
  (channels.length > 0 ? 1 : 0);

const byPrecedence = (a: Offer, b: Offer): number =>
  specificity(b.list) - specificity(a.list) ||
  b.list.priority - a.list.priority ||
  a.tier.priceMicros - b.tier.priceMicros ||
  byId(a.list.id, b.list.id);

function lostBy(best: Offer, other: Offer): 'less_specific' | 'lower_priority' | 'dearer' | 'later_id' {
  if (specificity(best.list) !== specificity(other.list)) return 'less_specific';
  if (best.list.priority !== other.list.priority) return 'lower_priority';
  return best.tier.priceMicros === other.tier.priceMicros ? 'later_id' : 'dearer';
}

const inOrder = <T extends { readonly list: string }>(reasons: readonly T[]): readonly T[] =>
  [...reasons].sort((a, b) => byId(a.list, b.list));

/** The order of ids, the same on every machine. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
