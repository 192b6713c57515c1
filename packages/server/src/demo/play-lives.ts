import type { Command } from '@docket/core/order/commands';
import { STATE_SCHEMA } from '@docket/core/order/order';
import { isRefusal } from '@docket/core/order/refusals';
import { type AttemptSources, newIdentity, placementAttempt, withDocumentNumber } from '../attempt.js';
import type { WrittenOrder } from '../committer/order-write.js';
import type { Committer } from '../committer/committer.js';
import type { OrderWrite, Unit } from '../committer/unit.js';
import { type Attempt, decideUnit } from '../decide-unit.js';
import type { StoredOrder } from '../event-log/load-order.js';
import { instant, type Life, type Step } from './life.js';

/** What lives are written with. */
export interface LifeSources extends AttemptSources {
  readonly committer: Committer;
}

/** Units that wait for the committer, which makes batches of them: enough that it never waits for us. */
const AHEAD = 120;

/** A step, with the orders of its life as they stand when it comes. */
interface Due {
  readonly step: Step;
  readonly orders: StoredOrder[];
}

/**
 * Plays lives until `now`, all together and in the order of time: numbers, positions of the log and movements of stock
 * follow each other as they did. What happens later is left out: nobody has done it yet. Nobody else writes these orders,
 * so each command is decided on what the one before it left, and none waits for its commit. One that is refused is a
 * mistake in the demo, and thrown.
 */
export async function playLives(sources: LifeSources, lives: readonly Life[], now: number): Promise<void> {
  const due = lives
    .flatMap((life): Due[] => {
      const orders: StoredOrder[] = [];
      return life.map((step) => ({ step, orders }));
    })
    .filter(({ step }) => step.at <= now)
    .sort((a, b) => a.step.at - b.step.at);
  const waiting: Promise<void>[] = [];
  for (const one of due) {
    const written = write(sources, await decided(sources, one));
    // Heard of when its turn comes below.
    written.catch(() => undefined);
    waiting.push(written);
    if (waiting.length > AHEAD) await waiting.shift();
  }
  await Promise.all(waiting);
}

async function write({ committer }: LifeSources, unit: Unit): Promise<void> {
  const answer = await committer.commit(unit);
  if (answer.kind !== 'ok') throw new Error(`orders of the demo were not written: ${JSON.stringify(answer)}`);
}

/** What the step writes; the orders of its life are then as it leaves them. */
async function decided(sources: LifeSources, { step, orders }: Due): Promise<Unit> {
  const { account, actor, reason, at } = step;
  const command = withIds(step, orders);
  const attempt = await attemptOf(sources, step, command, orders);
  const unit = decideUnit(sources.log.keys, { account, command, actor, reason }, attempt, instant(at));
  if (isRefusal(unit)) {
    throw new Error(`${command.type} of a demo order of ${account} was refused: ${JSON.stringify(unit)}`);
  }
  const writes = [...unit.written.values()].map(({ order, write }) => ({ order, write: write() }));
  keep(sources, step, writes, orders);
  const { catalogueVersion } = attempt;
  return {
    accounts: [account],
    orders: writes.map(({ write }) => write),
    ...(command.type === 'place' && catalogueVersion !== null ? { catalogueVersion } : {}),
  };
}

async function attemptOf(
  sources: LifeSources,
  { account, actor, reason, order, at }: Step,
  command: Command,
  orders: readonly StoredOrder[],
): Promise<Attempt> {
  const near = new Map(
    orders.filter((one) => one.order.head.account === account).map((one) => [one.order.head.orderId, one]),
  );
  if (command.type !== 'place') {
    const orderId = orders[order]?.order.head.orderId;
    if (orderId === undefined) throw new Error(`a demo life asks for order ${order} before it is placed`);
    const attempt = { orderId, orders: near, ...(await sources.facts.of(account, [])) };
    return withDocumentNumber(sources, { account, command, actor, reason }, attempt, instant(at));
  }
  // The order that it fulfils is at hand, and may not be stored yet.
  const { fulfils, ...alone } = command;
  const identity = await newIdentity(sources, account, alone);
  const attempt = await placementAttempt(
    sources,
    { account, command: alone, actor, reason },
    alone,
    identity,
    instant(at),
  );
  return fulfils === undefined ? attempt : { ...attempt, orders: near };
}

interface Written extends Pick<WrittenOrder, 'order'> {
  readonly write: OrderWrite;
}

function keep({ log }: LifeSources, { account, order }: Step, writes: readonly Written[], orders: StoredOrder[]): void {
  const stored = (one: Written, before: StoredOrder | undefined): StoredOrder => {
    const { orderId } = one.order.head;
    const { key, events } = one.write;
    const last = events.at(-1);
    if (last === undefined) throw new Error(`nothing was decided on order ${orderId}`);
    const held = { version: one.order.head.version, stateSchema: STATE_SCHEMA, order: one.order, hash: last.hash };
    if (key !== null) {
      return { ...held, subject: key.subject, key: log.keys.unwrap(key.wrapped, account, 'order', orderId) };
    }
    if (before === undefined) throw new Error(`order ${orderId} has no key`);
    return { ...held, subject: before.subject, key: before.key };
  };
  for (const one of writes) {
    const { orderId } = one.order.head;
    // Orders of two accounts may have the same id.
    const known = orders.findIndex(({ order: { head } }) => head.account === account && head.orderId === orderId);
    orders[known < 0 ? order : known] = stored(one, orders[known]);
  }
}

function withIds({ command, names }: Step, orders: readonly StoredOrder[]): Command {
  if (names === undefined || command.type !== 'place') return command;
  const idOf = (order: number): string => {
    const id = orders[order]?.order.head.orderId;
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
