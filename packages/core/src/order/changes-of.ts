import { formatOf, labelOf, type ValueFormat } from './field-labels.js';

/** What JSON can hold: the form in which a view of an order is compared. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** One difference between two views of an order. */
export interface Change {
  /** JSON pointer into the later view; into the earlier one where `after` is null. */
  readonly path: string;
  /** Stable name without positions: `lines.shipped`, `payments.captured`, `tags`. What a translation goes by. */
  readonly field: string;
  /** Which member of the list: the id of a line, the number of an invoice, the name of a custom field. */
  readonly id: string | null;
  /** English, made of field and id. */
  readonly label: string;
  /** What the values are, so that a screen can write them: amounts are in minor units, see `Order`. */
  readonly format: ValueFormat;
  /** Null where it was not there. */
  readonly before: Json;
  /** Null where it is gone. */
  readonly after: Json;
}

/** Lists whose members have a name of their own, and by which field. Members of other lists are told apart by content. */
const KEYS: Readonly<Record<string, string>> = {
  lines: 'id',
  deliveries: 'id',
  discounts: 'id',
  adjustments: 'id',
  promotions: 'promotion',
  payments: 'id',
  invoices: 'number',
  shipments: 'id',
  packages: 'id',
  returnInvoices: 'number',
  returns: 'id',
  captures: 'id',
  voids: 'id',
  refunds: 'id',
  documents: 'id',
  marks: 'id',
  cancellationRequests: 'id',
  holds: 'id',
  instances: 'domain',
  links: 'orderId',
  notes: 'id',
  log: 'id',
};

/** Objects whose keys are names that somebody gave, not fields: each entry is one value, however deep it goes. */
const MAPS: ReadonlySet<string> = new Set([
  'custom',
  'attachments',
  'lines.custom',
  'payments.custom',
  'invoices.custom',
  'captures.custom',
  'voids.custom',
  'refunds.custom',
  'shipments.custom',
  'packages.custom',
  'returns.custom',
  'returnInvoices.custom',
  'documents.custom',
  'lines.attachments',
  'invoices.attachments',
  'returnInvoices.attachments',
  'externalIds',
]);

/** Short lists that are one value: their members have no place of their own while the list around them moves. */
const WHOLE: ReadonlySet<string> = new Set(['lines.byHand']);

/** What changes with every event or repeats what another field says. */
const SILENT: ReadonlySet<string> = new Set([
  'version',
  'updatedAt',
  'statusLabel',
  'heldTimers',
  'instances.since',
  'documents.updatedAt',
  'unplanned',
  'lines.refundable',
  'payments.may',
  'captures.may',
  'voids.may',
  'refunds.may',
  'returns.worth',
  'returns.worthWithShipping',
  'shipments.may',
  'packages.may',
  'returns.may',
  'returnInvoices.may',
  'documents.may',
  'payments.mayCapture',
  'payments.mayVoid',
  'payments.mayRefund',
  'refundableShipping',
  'allowed',
  'asOf',
]);

/**
 * What is different in the later of two views of one order, field by field. Empty exactly when nothing is but its version,
 * the time of its last event, and what repeats other fields. What the views leave out or show as null (a forgotten
 * person, what the reader may not see) is not told here either. Costs nothing for parts that are the same object.
 */
export function changesOf(before: JsonObject, after: JsonObject): readonly Change[] {
  const found: Change[] = [];
  compareObjects({ path: '', field: '', id: null }, before, after, found);
  return found;
}

interface Place {
  readonly path: string;
  readonly field: string;
  readonly id: string | null;
}

function compare(place: Place, before: Json | undefined, after: Json | undefined, found: Change[]): void {
  if (before === after) return;
  if (WHOLE.has(place.field)) {
    if (!same(before, after)) report(place, before, after, found);
  } else if (isList(before) && isList(after)) compareLists(place, before, after, found);
  else if (isObject(before) && isObject(after)) compareObjects(place, before, after, found);
  else report(place, before, after, found);
}

function compareObjects(place: Place, before: JsonObject, after: JsonObject, found: Change[]): void {
  if (before === after) return;
  const isMap = MAPS.has(place.field);
  for (const name of namesOf(before, after)) {
    const [had, has] = [own(before, name), own(after, name)];
    const path = `${place.path}/${escaped(name)}`;
    if (isMap) {
      // Of a member's own fields the label names which one; the order's are told apart by it alone.
      if (!same(had, has))
        report({ path, field: place.field, id: place.id ?? name }, had, has, found, place.id === null ? null : name);
      continue;
    }
    const field = place.field === '' ? name : `${place.field}.${name}`;
    if (!SILENT.has(field)) compare({ path, field, id: place.id }, had, has, found);
  }
}

function compareLists(place: Place, before: readonly Json[], after: readonly Json[], found: Change[]): void {
  const key = KEYS[place.field];
  const keyOf = (member: Json): string | null => {
    if (key === undefined) return place.field === 'tags' && typeof member === 'string' ? member : null;
    const id = isObject(member) ? own(member, key) : undefined;
    return typeof id === 'string' ? id : null;
  };
  const names = after.map(keyOf);
  // Nearly always the same members in the same places: then nothing need be looked up.
  const isAligned =
    before.length === after.length && names.every((name, i) => name !== null && name === keyOf(before[i] ?? null));
  if (isAligned) {
    for (const [i, name] of names.entries()) {
      compare({ path: `${place.path}/${i}`, field: place.field, id: name }, before[i], after[i], found);
    }
    return;
  }
  const pairs = pairedByName(before.map(keyOf), names) ?? pairedByContent(before, after);
  if (pairs === null) {
    report(place, before, after, found);
    return;
  }
  for (const [i, j] of pairs) {
    const name = (j === null ? keyOf(before[i ?? 0] ?? null) : names[j]) ?? null;
    const member = { path: `${place.path}/${j ?? i}`, field: place.field, id: name ?? place.id };
    compare(member, i === null ? undefined : before[i], j === null ? undefined : after[j], found);
  }
}

/** Places in the earlier and the later list; null where the member is not in it. */
type Pair = readonly [number | null, number | null];

/** Members of one name, the gone ones first; null where names are missing, twice there, or in another order than before. */
function pairedByName(before: readonly (string | null)[], after: readonly (string | null)[]): readonly Pair[] | null {
  const earlier = placesOf(before);
  const later = placesOf(after);
  if (earlier === null || later === null) return null;
  const gone = before.flatMap((name, i): Pair[] => (later.has(name ?? '') ? [] : [[i, null]]));
  const here = after.map((name, j): Pair => [earlier.get(name ?? '') ?? null, j]);
  const kept = here.flatMap(([i]) => (i === null ? [] : [i]));
  return kept.every((i, n) => n === 0 || i > (kept[n - 1] ?? 0)) ? [...gone, ...here] : null;
}

function placesOf(names: readonly (string | null)[]): ReadonlyMap<string, number> | null {
  const places = new Map(names.map((name, i) => [name, i] as const));
  return places.has(null) || places.size < names.length ? null : (places as ReadonlyMap<string, number>);
}

/** Of lists without names: the members that were only added, or only removed. Null where both happened, or others moved. */
function pairedByContent(before: readonly Json[], after: readonly Json[]): readonly Pair[] | null {
  const added = missingFrom(before, after);
  if (added !== null) return added.map((j): Pair => [null, j]);
  const removed = missingFrom(after, before);
  return removed === null ? null : removed.map((i): Pair => [i, null]);
}

/** The places of `longer` that are not in `shorter`, where that is `longer` without some of its members. */
function missingFrom(shorter: readonly Json[], longer: readonly Json[]): readonly number[] | null {
  const missing: number[] = [];
  let met = 0;
  for (const [place, member] of longer.entries()) {
    if (met < shorter.length && same(shorter[met], member)) met += 1;
    else missing.push(place);
  }
  return met === shorter.length ? missing : null;
}

/** @param entry which entry of a map it is, where the id does not say */
function report(
  place: Place,
  before: Json | undefined,
  after: Json | undefined,
  found: Change[],
  entry: string | null = null,
): void {
  const { path, field, id } = place;
  found.push({
    path,
    field,
    id,
    label: entry === null ? labelOf(field, id) : `${labelOf(field, id)} ${entry}`,
    format: formatOf(field),
    before: before ?? null,
    after: after ?? null,
  });
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isList(one)) return isList(other) && one.length === other.length && one.every((each, i) => same(each, other[i]));
  if (!isObject(one) || !isObject(other)) return false;
  return namesOf(one, other).every((name) => same(own(one, name), own(other, name)));
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

/** A name that only the prototype knows is not there. A field set to undefined is none in JSON either. */
const own = (object: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

const namesOf = (before: JsonObject, after: JsonObject): readonly string[] => [
  ...Object.keys(before),
  ...Object.keys(after).filter((name) => !Object.hasOwn(before, name)),
];

/** As one part of a JSON pointer (RFC 6901). */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
