import type { TakenNumbers } from '@docket/core/order/numbered-documents';
import { isRefusal, type Refusal } from '@docket/core/order/refusals';
import type { AttemptSources } from './attempt.js';
import { type Attempt, type DecidedUnit, decideUnit } from './decide-unit.js';
import type { Envelope } from './execute.js';

/**
 * Decides, and where documents come about that the account numbers by templates, takes their numbers and decides again with
 * them. What is refused takes none; a unit that then cannot be committed leaves a gap.
 */
export async function decideNumbered(
  { log, numbers }: Pick<AttemptSources, 'log' | 'numbers'>,
  envelope: Envelope,
  attempt: Attempt,
  at: string,
): Promise<DecidedUnit | Refusal> {
  const unit = decideUnit(log.keys, envelope, attempt, at);
  if (isRefusal(unit) || unit.missing.length === 0) return unit;
  const taken = new Map<string, number[]>();
  for (const series of unit.missing) {
    const number = await numbers.take(envelope.account, `document:${series}`);
    taken.set(series, [...(taken.get(series) ?? []), number]);
  }
  const numbersTaken: TakenNumbers = taken;
  return decideUnit(log.keys, envelope, { ...attempt, numbersTaken }, at);
}
