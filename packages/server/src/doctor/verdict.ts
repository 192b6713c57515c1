/** What one look found. `fail`: Docket does not work, or loses something; `warn`: a person should look; `skip`: not looked at. */
export interface Verdict {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail' | 'skip';
  readonly found: string;
  /** What to do about it; null: nothing. */
  readonly next: string | null;
}

export const ok = (check: string, found: string): Verdict => ({ check, state: 'ok', found, next: null });
export const skip = (check: string, found: string, next: string | null = null): Verdict => ({ check, state: 'skip', found, next }); // prettier-ignore
export const warn = (check: string, found: string, next: string): Verdict => ({ check, state: 'warn', found, next });
export const fail = (check: string, found: string, next: string): Verdict => ({ check, state: 'fail', found, next });
