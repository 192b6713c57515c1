import type { Command } from '@docket/core/order/commands';
import type { Execute } from '../execute.js';
import { instant, type Life, type Step } from './life.js';

/** `execute` with the present that is given. */
export type ExecuteAt = (at: string) => Execute;

/** Commands on their way at once. */
const AT_ONCE = 32;

/** A step with the life that it is of, whose orders have ids as they are placed. */
interface Due {
  readonly step: Step;
  readonly ids: string[];
}

/**
 * Plays lives until `now`, all together and in the order of time, so that numbers, positions of the log and movements of
 * stock follow each other as they did. What happens later is left out: nobody has done it yet. A command that is refused is
 * a mistake in the demo, and thrown.
 */
export async function playLives(executeAt: ExecuteAt, lives: readonly Life[], now: number): Promise<void> {
  const due = lives
    .flatMap((life): Due[] => {
      const ids: string[] = [];
      return life.map((step) => ({ step, ids }));
    })
    .filter(({ step }) => step.at <= now)
    .sort((a, b) => a.step.at - b.step.at);
  for (let begun = 0; begun < due.length;) {
    const together = ofDifferentLives(due, begun);
    begun += together.length;
    await Promise.all(together.map((one) => play(executeAt, one)));
  }
}

/** The next steps as far as no two are of one life: those wait for each other. */
function ofDifferentLives(due: readonly Due[], from: number): readonly Due[] {
  const seen = new Set<string[]>();
  let to = from;
  for (let next = due[to]; next !== undefined && to - from < AT_ONCE && !seen.has(next.ids); next = due[to]) {
    seen.add(next.ids);
    to += 1;
  }
  return due.slice(from, to);
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
