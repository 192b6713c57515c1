/** What one request loads. */
const AT_ONCE = 1_000;

/** Why a part was not loaded, with how many entries the parts before it loaded. */
export class PartRefused extends Error {
  override readonly name = 'PartRefused';
  readonly loaded: number;

  constructor(loaded: number, cause: unknown) {
    super(`The part behind ${String(loaded)} entries was not loaded.`, { cause });
    this.loaded = loaded;
  }
}

/** Loads as many at a time as a request takes, one part after the other, up to the first that is refused. */
export async function loadInParts<Entry>(
  entries: readonly Entry[],
  load: (part: readonly Entry[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    try {
      await load(entries.slice(from, from + AT_ONCE));
    } catch (error) {
      throw new PartRefused(from, error);
    }
  }
}

/** Which of all entries a pointer into the items of a part means, from 0 on; null where it means none. */
export function entryAt(pointer: string | undefined, loaded: number): number | null {
  const [, index] = /^\/items\/(\d+)(?:\/|$)/.exec(pointer ?? '') ?? [];
  return index === undefined ? null : loaded + Number(index);
}
