/** A workflow's table as the API tells it, as far as the screens read it; what a draft lacks is absent. */
export interface WorkflowTable {
  readonly name?: string;
  readonly version?: number;
  readonly domain?: string;
  readonly start?: string;
  readonly steps?: Readonly<Record<string, Step>>;
}

export interface Step {
  readonly kind?: string;
  readonly label?: string;
  readonly locked?: boolean;
  readonly interrupts?: boolean;
  readonly next?: Move;
  readonly on?: Readonly<Record<string, Move>>;
  readonly timer?: { readonly name?: string; readonly after?: number | string; readonly raises?: string };
  readonly commands?: Readonly<Record<string, readonly string[]>>;
  readonly flags?: { readonly cancelled?: boolean };
}

type Move =
  | string
  | {
      readonly through?: readonly string[];
      readonly to?: string;
      readonly unanswered?: string;
      readonly back?: true;
      readonly relays?: string;
    };

/** What leads out of a step. */
export interface Transition {
  readonly from: string;
  /** `next`, a fact, `signal:…`, `set:…`. */
  readonly trigger: string;
  /** Steps on the way, in which nothing waits. */
  readonly through: readonly string[];
  /** Null: back to the step that was interrupted, or nowhere, for the news is passed on alone. */
  readonly to: string | null;
  readonly isBack: boolean;
}

export const stepsOf = ({ steps }: WorkflowTable): Readonly<Record<string, Step>> => steps ?? {};

/** In the order of the table; a step that is left by itself first. */
export function transitionsFrom(from: string, step: Step | undefined): readonly Transition[] {
  const moves = Object.entries({ ...(step?.next === undefined ? {} : { next: step.next }), ...step?.on });
  return moves.map(([trigger, move]) =>
    typeof move === 'string'
      ? { from, trigger, through: [], to: move, isBack: false }
      : {
          from,
          trigger,
          through: move.through ?? [],
          to: move.to ?? move.unanswered ?? null,
          isBack: move.back === true,
        },
  );
}

/** Whether people may set every label from every other: such a table is no way, and its picture would be a ball of wool. */
export function isSetAtWill(table: WorkflowTable): boolean {
  const steps = Object.entries(stepsOf(table));
  return (
    steps.length > 2 &&
    steps.every(([name, { on = {} }]) => steps.every(([other]) => other === name || Object.hasOwn(on, `set:${other}`)))
  );
}

export interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * What is drawn, each pair of steps once: a route is drawn through its way points, and a way back to wherever the question
 * came from.
 */
export function edgesOf(table: WorkflowTable): readonly Edge[] {
  const steps = stepsOf(table);
  const atWill = isSetAtWill(table);
  const all = Object.entries(steps)
    .flatMap(([name, step]) => transitionsFrom(name, step))
    .filter(({ trigger }) => !(atWill && trigger.startsWith('set:')));
  const forward = all.flatMap(({ from, through, to }) => (to === null ? [] : pairs([from, ...through, to])));
  const backward = all
    .filter(({ isBack }) => isBack)
    .flatMap(({ from, through }) =>
      forward
        .filter(({ to }) => to === from)
        .flatMap(({ from: interrupted }) => pairs([from, ...through, interrupted])),
    );
  const seen = new Map<string, Edge>();
  for (const edge of [...forward, ...backward]) {
    if (edge.from === edge.to || !Object.hasOwn(steps, edge.from) || !Object.hasOwn(steps, edge.to)) continue;
    seen.set(JSON.stringify([edge.from, edge.to]), edge);
  }
  return [...seen.values()];
}

const pairs = (way: readonly string[]): Edge[] => way.slice(1).map((to, place) => ({ from: way[place] ?? to, to }));
