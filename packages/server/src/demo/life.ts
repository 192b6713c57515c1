import type { Command } from '@docket/core/order/commands';
import type { ActorRef } from '@docket/core/order/decision';
import { MINUTE } from './busy-hours.js';
import type { Random } from './random.js';

/** One command of the life of an order, at its own instant. */
export interface Step {
  /** Milliseconds of the epoch. */
  readonly at: number;
  readonly account: string;
  /** Which of the orders of this life, counted from 0 as they are placed. */
  readonly order: number;
  readonly actor: ActorRef;
  readonly reason: string;
  readonly command: Command;
  /** Earlier orders of this life that a placement names. Their ids are known when they are there. */
  readonly names?: Named;
}

interface Named {
  /** It fulfils this order of the same account. */
  readonly fulfils?: number;
  /** It is of the checkout of this order, at this position. */
  readonly groupOf?: { readonly order: number; readonly position: number };
  /** It carries the id of this order of another account, under the name of its source. */
  readonly external?: { readonly order: number; readonly source: string };
}

/** What happens to an order, or to several that belong together, in the order of time. Made to its end, played until now. */
export type Life = readonly Step[];

/** A life as it is written. */
export interface Living {
  readonly steps: Step[];
  readonly random: Random;
  /** The instant of what comes next. */
  readonly at: () => number;
  /** Lets some minutes pass, between the two figures. */
  readonly after: (least: number, most: number) => Living;
  readonly afterMillis: (millis: number) => Living;
  readonly ask: (by: By, command: Command, order?: number, names?: Named) => Living;
}

/** Who asks, and in which account the order lies. */
export interface By {
  readonly account: string;
  readonly actor: ActorRef;
  readonly reason: string;
}

export function living(random: Random, start: number): Living {
  let at = start;
  const life: Living = {
    steps: [],
    random,
    at: () => at,
    after: (least, most) => life.afterMillis(random.whole(least * MINUTE, most * MINUTE)),
    afterMillis: (millis) => {
      at += millis;
      return life;
    },
    ask: ({ account, actor, reason }, command, order = 0, names) => {
      life.steps.push({ at, account, order, actor, reason, command, ...(names === undefined ? {} : { names }) });
      // Two commands of one person are never of one moment.
      at += random.whole(400, 2_500);
      return life;
    },
  };
  return life;
}

export const instant = (at: number): string => new Date(at).toISOString();
