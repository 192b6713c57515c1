/** What a person reads about one way of saying no. */
export interface RefusalText {
  /** What the code says; the same for every occurrence. */
  readonly meaning: string;
  /** How one usually gets there. */
  readonly cause: string;
  readonly remedy: string;
  /** Whether the very same request may pass later without anything in it being changed. */
  readonly retry: boolean;
}
