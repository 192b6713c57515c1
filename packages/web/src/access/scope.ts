/** Which orders a key or a person sees; all of it must hold, and null restricts nothing. */
export interface Scope {
  readonly stores: string[] | null;
  readonly seller: string | null;
  readonly own: boolean;
}

export const EVERYWHERE: Scope = { stores: null, seller: null, own: false };
