import type pg from 'pg';
import { createTaskDrain, type TaskDrainDependencies, type TaskHandler } from '../followers/drain-tasks.js';
import { FILE_TAXES, fileTaxesHandler, type FileTaxesDependencies } from './file-documents.js';
import { createTaxFollower, startFollowingTaxes } from './follow-taxes.js';
import { SEND_ALL_TAXES, sendAllHandler } from './send-again.js';

/** Kinds of tasks that are done here: a tax service that hangs must not hold up the timers of orders. */
export const TAX_TASKS = [FILE_TAXES, SEND_ALL_TAXES] as const;

export interface TaxWork extends Omit<FileTaxesDependencies, 'follower' | 'clock'> {
  readonly drain: Omit<TaskDrainDependencies, 'handlers' | 'kinds' | 'pool'> & { readonly pool: pg.Pool };
  readonly traced: (handler: TaskHandler) => TaskHandler;
}

/** Tells tax services what they should know of orders, until told to stop. Looks every `everyMillis`. */
export function startTaxWork({ drain, traced, ...work }: TaxWork, everyMillis: number): { stop(): Promise<void> } {
  const { pool, clock, onError } = drain;
  const following = startFollowingTaxes(createTaxFollower({ pool, clock }), everyMillis, onError);
  const tasks = createTaskDrain({
    ...drain,
    kinds: { only: TAX_TASKS },
    atOnce: 4,
    handlers: {
      [FILE_TAXES]: traced(fileTaxesHandler({ ...work, follower: pool, clock })),
      [SEND_ALL_TAXES]: traced(sendAllHandler({ follower: pool, clock })),
    },
  }).start(everyMillis);
  return {
    async stop() {
      await following.stop();
      await tasks.stop();
    },
  };
}
