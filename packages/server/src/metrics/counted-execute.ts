import type { Execute } from '../execute.js';
import type { Metrics } from './metrics.js';

/** Counts every command by what came of it, whoever sent it. */
export function countedExecute(execute: Execute, metrics: Pick<Metrics, 'command'>): Execute {
  return async (envelope) => {
    const { type } = envelope.command;
    try {
      const outcome = await execute(envelope);
      metrics.command(type, outcome.accepted ? (outcome.replayed ? 'replayed' : 'accepted') : 'refused');
      return outcome;
    } catch (error) {
      metrics.command(type, 'failed');
      throw error;
    }
  };
}
