import type { Domain } from './table.js';

/** Where one side of an order stands. Plain data: it lies in the order's state as it is. */
export interface Instance {
  readonly domain: Domain;
  /** A built-in table, or one that the account published. */
  readonly table: string;
  readonly version: number;
  readonly step: string;
  /** ISO instant at which the step was entered. */
  readonly since: string;
  /** The step that an open cancellation request interrupted; a refusal leads back to it. */
  readonly returnTo?: string;
}

/**
 * One move as an event records it. Folding needs nothing else, no table and no version of the engine: a first move
 * (`from` null) names what it starts, an interrupting one where it leads back to.
 */
export interface StepMove {
  readonly instance: Domain;
  readonly from: string | null;
  readonly to: string;
  readonly starts?: { readonly table: string; readonly version: number };
  readonly returnTo?: string;
}

/** Folds recorded moves. Instances that do not move are returned as they are, so that unchanged state stays shared. */
export function moved(instances: readonly Instance[], moves: readonly StepMove[], at: string): readonly Instance[] {
  return moves.reduce((standing, move) => afterMove(standing, move, at), instances);
}

function afterMove(instances: readonly Instance[], move: StepMove, at: string): readonly Instance[] {
  const index = instances.findIndex((instance) => instance.domain === move.instance);
  const before = instances[index];
  if (move.from === null) {
    if (move.starts === undefined || before !== undefined) throw new Error(`a ${move.instance} instance cannot start`);
    return [...instances, { domain: move.instance, ...move.starts, step: move.to, since: at }];
  }
  if (before?.step !== move.from) {
    throw new Error(`a move from "${move.from}" was recorded, but ${move.instance} stands at "${before?.step ?? '-'}"`);
  }
  const { domain, table, version } = before;
  const returnTo = move.returnTo === undefined ? {} : { returnTo: move.returnTo };
  return instances.with(index, { domain, table, version, step: move.to, since: at, ...returnTo });
}
