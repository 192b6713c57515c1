/** Numbers that look random and are the same for the same seed: the demo is the same shop every time. */
export interface Random {
  /** From 0 up to 1, which it never is. */
  next(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** The items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** Mulberry32: 32 bits of state are plenty for a shop, and it is ten lines. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    shuffled: (items) => {
      const rest = [...items];
      return items.map(() => rest.splice(whole(0, rest.length - 1), 1)).flat();
    },
  };
}

/** So many names, each as often as its weight says, to the nearest whole: a share of 2 in 100 is there, not left to luck. */
export function dealt<Name extends string>(
  random: Random,
  weights: Readonly<Partial<Record<Name, number>>>,
  count: number,
): Name[] {
  const entries = Object.entries(weights) as [Name, number][];
  const all = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const names: Name[] = [];
  let due = 0;
  for (const [name, weight] of entries) {
    due += (weight / all) * count;
    while (names.length < Math.round(due)) names.push(name);
  }
  return random.shuffled(names);
}
