import type { Command } from '@docket/core/order/commands';
import {
  type DraftOrderContent,
  type DraftOrderHead,
  handedOver,
  placementOf,
  type Reserved,
} from '@docket/core/draft-order/draft-order';
import type { OrderIdentity } from '@docket/core/order/decision';
import type { Order } from '@docket/core/order/order';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import type { StockClaim } from '@docket/core/order/stock-claim';
import type { Quote } from '@docket/core/pricing/quote';
import { type AttemptSources, placementAttempt } from '../attempt.js';
import { type DecidedUnit, decideUnit } from '../decide-unit.js';
import type { Envelope } from '../execute.js';
import { foreseenRefusals } from '../previews/foreseen.js';

/** What placing a draft order would bring about at this moment; nothing of it is written, and no number is taken. */
export interface DraftOrderForecast {
  /** Null where it would be refused; its ids mean nothing. */
  readonly order: Order | null;
  /** Why it would be refused as it stands. */
  readonly refusal: Refusal | null;
  /** What can no longer be had: stock that others took. */
  readonly warnings: readonly Refusal[];
  /** Where its prices come from; null where nothing was priced. */
  readonly quote: Quote | null;
  /** What it would claim of stock; null where nobody can tell. */
  readonly claims: readonly StockClaim[] | null;
}

export interface ForecastDependencies extends AttemptSources {
  readonly clock: () => string;
}

/** A catalogue that is loaded again and again while one draft order is looked at. */
const MOST_TRIES = 8;

/**
 * Decides the placement of a draft order as `execute` does, on the same facts. What it comes to is found out by asking: the
 * decision says which total it counted, and is made again with that.
 *
 * @param reserved what is held for it: counted as its own
 */
export async function foreseeDraftOrder(
  dependencies: ForecastDependencies,
  account: string,
  head: DraftOrderHead,
  content: DraftOrderContent,
  reserved: readonly Reserved[],
): Promise<DraftOrderForecast> {
  const decided = await decideWithTotal(dependencies, account, head, content);
  const { unit, quote, command } = decided;
  if (isRefusal(unit)) {
    // Whoever counts taxes may be out of reach; what goes off the shelf does not depend on them.
    const untaxed = unit.refused.startsWith('tax_')
      ? (await decideWithTotal(dependencies, account, head, content, false)).unit
      : unit;
    const nothing = unit.refused === 'nothing_to_sell' ? [] : null;
    return {
      order: null,
      refusal: unit,
      warnings: [],
      quote,
      claims: isRefusal(untaxed) ? nothing : claimsOf(untaxed),
    };
  }
  const warnings = await foreseenRefusals(dependencies.log.pool, account, unit, command, handedOver(reserved));
  return { order: unit.order, refusal: null, warnings, quote, claims: claimsOf(unit) };
}

const claimsOf = ({ written }: DecidedUnit): readonly StockClaim[] =>
  [...written.values()].flatMap(({ claims }) => claims);

async function decideWithTotal(
  dependencies: ForecastDependencies,
  account: string,
  head: DraftOrderHead,
  content: DraftOrderContent,
  taxed?: false,
): Promise<{ readonly unit: DecidedUnit | Refusal; readonly quote: Quote | null; readonly command: Command }> {
  const { log, facts, clock } = dependencies;
  const envelope = (total: number): Envelope & { command: ReturnType<typeof placementOf> } => ({
    account,
    command: { ...placementOf(head, content, total), ...(taxed === undefined ? {} : { taxed }) },
    actor: { kind: 'system', id: 'forecast' },
    reason: 'forecast of a draft order',
  });
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const at = clock();
    // A total of nothing would leave out the payment, on whose method prices and rounding may depend.
    const first = envelope(content.payment === undefined ? 0 : 1);
    const attempt = await placementAttempt(dependencies, first, first.command, identityOf(account), at);
    const { catalogueVersion } = attempt;
    if (catalogueVersion !== null && !(await facts.isCurrent(account, catalogueVersion))) {
      facts.drop(account);
      continue;
    }
    const quote = attempt.facts.quote === undefined || isRefusal(attempt.facts.quote) ? null : attempt.facts.quote;
    const guess = decideUnit(log.keys, first, attempt, at);
    const counted = isRefusal(guess) ? countedTotal(guess) : null;
    const { command } = first;
    return { unit: counted === null ? guess : decideUnit(log.keys, envelope(counted), attempt, at), quote, command };
  }
  return { unit: refuse('version_conflict'), quote: null, command: envelope(0).command };
}

/** What Docket counted where only the total was said wrong; null for any other refusal. */
export function countedTotal({ refused, pointer, details }: Refusal): number | null {
  const counted = details?.['counted'];
  return refused === 'totals_mismatch' && pointer === '/total' && typeof counted === 'number' ? counted : null;
}

/** Ids that no order has, so that looking takes no number. */
const identityOf = (account: string): OrderIdentity => ({
  account,
  orderId: '0000000000000-01',
  group: '0000000000000',
  position: 1,
  sequence: 0,
  numberSequence: 0,
});
