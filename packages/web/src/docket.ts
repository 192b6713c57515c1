import { createDocket, DocketProblem } from '@docket/sdk';

/**
 * The one connection of the desk. The session's cookie says who asks; these two are repeated with every request, because a
 * page of somebody else cannot know the one, and a person may work in several accounts.
 */
const standing: { csrf: string | null; account: string | null } = { csrf: null, account: null };

export const docket = createDocket({
  url: window.location.origin,
  headers: () => ({
    ...(standing.csrf === null ? {} : { 'docket-csrf': standing.csrf }),
    ...(standing.account === null ? {} : { 'docket-account': standing.account }),
  }),
});

export function speakAs(csrf: string | null, account: string | null): void {
  standing.csrf = csrf;
  standing.account = account;
}

/** The refusal behind an error, or null where nothing was refused: no network, a bug. */
export const problemOf = (error: unknown): DocketProblem['problem'] | null =>
  error instanceof DocketProblem ? error.problem : null;
