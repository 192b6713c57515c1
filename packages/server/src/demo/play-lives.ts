import type { Command } from '@docket/core/order/commands';
import type { Execute } from '../execute.js';
import { instant, type Life, type Step } from './life.js';

/** `execute` as if it were that instant. */
export type ExecuteAt = (at: string) => Execute;

/** Steps that are looked at together: many while nobody will look at their order closely, fewer of what feeds begin with. */
const AT_ONCE = { long_ago: 256, lately: 16 };
const LATELY = 220;

/** A step with the life that it is of, whose orders have ids as they are placed. */
interface Due {
  readonly step: Step;
  readonly ids: string[];
}

/**
 * Plays lives until `now`, all together and nearly in the order of time: numbers are taken as orders were placed, and positions
 * of the log and movements of stock follow each other but for some days, within which lives run side by side so that the
 * committer has batches to write. What happens later is left out: nobody has done it yet. A command that is refused is a mistake in the
 * demo, and thrown.
 */
export async function playLives(executeAt: ExecuteAt, lives: readonly Life[], now: number): Promise<void> {
  let due: readonly Due[] = lives
    .flatMap((life): Due[] => {
      const ids: string[] = [];
      return life.map((step) => ({ step, ids }));
    })
    .filter(({ step }) => step.at <= now)
    .sort((a, b) => a.step.at - b.step.at);
  while (due.length > 0) {
    const { together, later } = nextOf(due, due.length > LATELY ? AT_ONCE.long_ago : AT_ONCE.lately);
    due = later;
    await Promise.all([...together.values()].map((steps) => inTurn(executeAt, steps)));
  }
}

/**
 * The next steps by life. A placement is the first of its life among them or waits for the next round, with all that follows
 * it: so numbers are taken in the same order every time.
 */
function nextOf(
  due: readonly Due[],
  most: number,
): { together: ReadonlyMap<string[], readonly Due[]>; later: readonly Due[] } {
  const together = new Map<string[], Due[]>();
  const waiting = new Set<string[]>();
  const later: Due[] = [];
  let taken = 0;
  for (const one of due) {
    const before = together.get(one.ids);
    if (one.step.command.type === 'place' && before !== undefined) waiting.add(one.ids);
    if (taken === most || waiting.has(one.ids)) {
      later.push(one);
      continue;
    }
    taken += 1;
    if (before === undefined) together.set(one.ids, [one]);
    else before.push(one);
  }
  return { together, later };
}

async function inTurn(executeAt: ExecuteAt, steps: readonly Due[]): Promise<void> {
  for (const one of steps) await play(executeAt, one);
}

async function play(executeAt: ExecuteAt, { step, ids }: Due): Promise<void> {
  const { account, actor, reason, order, at } = step;
  const command = withIds(step, ids);
  const orderId = ids[order];
  const outcome = await executeAt(instant(at))({
    account,
    ...(orderId === undefined ? {} : { orderId }),
    command,
    actor,
    reason,
  });
  if (!outcome.accepted) {
    const refusal = JSON.stringify(outcome.refusal);
    throw new Error(`${command.type} of demo order ${orderId ?? 'new'} of ${account} was refused: ${refusal}`);
  }
  ids[order] = outcome.order.head.orderId;
}

function withIds({ command, names }: Step, ids: readonly string[]): Command {
  if (names === undefined || command.type !== 'place') return command;
  const idOf = (order: number): string => {
    const id = ids[order];
    if (id === undefined) throw new Error(`order ${order} of a demo life is not placed yet`);
    return id;
  };
  const { fulfils, groupOf, external } = names;
  return {
    ...command,
    ...(fulfils === undefined ? {} : { fulfils: idOf(fulfils) }),
    ...(groupOf === undefined
      ? {}
      : { group: { id: idOf(groupOf.order).replace(/-\d+$/, ''), position: groupOf.position } }),
    ...(external === undefined ? {} : { externalIds: { [external.source]: idOf(external.order) } }),
  };
}
