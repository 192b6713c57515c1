import {
  documentNumber,
  type GivenNumbers,
  NUMBERED_KINDS,
  type NumberedKind,
  seriesName,
  templateFor,
} from './document-number.js';
import type { Facts } from './decision.js';
import type { OrderEvent, RecordedEvent } from './events.js';
import { evolve } from './evolve.js';
import { seriesOf } from './number-template.js';
import type { Order } from './order.js';

/** Numbers that were taken ahead, by series. */
export type TakenNumbers = ReadonlyMap<string, readonly number[]>;

export interface Numbered {
  readonly events: readonly OrderEvent[];
  /** Series of which a number was missing, once for each: those documents keep the number that they are counted by. */
  readonly missing: readonly string[];
}

/**
 * What was decided, with numbers by the templates of the store or the account for every document that it brings about. They stand in its last
 * event, so that no chapter has to know of templates, and a fold of the log needs none. `taken` is used up from its front, over
 * all orders of a unit: `used` says how far.
 */
export function numberedDocuments(
  before: Order | null,
  events: readonly OrderEvent[],
  { at, actor, reason }: Pick<RecordedEvent, 'at' | 'actor' | 'reason'>,
  facts: Pick<Facts, 'stores' | 'defaults'>,
  taken: TakenNumbers,
  used: Map<string, number>,
): Numbered {
  const last = events.at(-1);
  if (last === undefined || !hasTemplates(facts)) return { events, missing: [] };
  let after = before;
  for (const event of events) {
    const version: number = (after?.head.version ?? 0) + 1;
    after = evolve(after, { ...event, version, at, actor, reason });
  }
  if (after === null) throw new Error('nothing was placed');
  const given: Partial<Record<NumberedKind, Record<string, string>>> = {};
  const missing: string[] = [];
  for (const kind of NUMBERED_KINDS) {
    const by = templateFor(kind, after.head.store, facts);
    if (by === null) continue;
    const ids = Object.keys(after.documents[kind]);
    for (const [index, id] of ids.entries()) {
      // One that took the place of another under its id has the counted number again.
      if (before?.documents[kind][id]?.number === after.documents[kind][id]?.number) continue;
      const sequence = taking(by);
      if (sequence === null) continue;
      (given[kind] ??= {})[id] = documentNumber(by.template, after.head, { at, sequence, count: index + 1 });
    }
  }
  if (Object.keys(given).length === 0) return { events, missing };
  const numbers: GivenNumbers = given;
  return { events: [...events.slice(0, -1), { ...last, data: { ...last.data, numbers } } as OrderEvent], missing };

  /** The next number of the series; 0 where the template shows none, null where none is left. */
  function taking({ template, counter }: { readonly template: string; readonly counter: string }): number | null {
    const period = seriesOf(template, at);
    if (period === null) return 0;
    const series = seriesName(counter, period);
    const place = used.get(series) ?? 0;
    used.set(series, place + 1);
    const number = taken.get(series)?.[place];
    if (number === undefined) missing.push(series);
    return number ?? null;
  }
}

/** Whether anything is numbered by a template at all: most accounts have none, and their events are folded once less. */
const hasTemplates = ({ defaults, stores }: Pick<Facts, 'stores' | 'defaults'>): boolean =>
  Object.keys(defaults.documentNumbers ?? {}).length > 0 ||
  stores.some(({ documentNumbers = {} }) => Object.keys(documentNumbers).length > 0);
