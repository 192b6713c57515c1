import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { docket, problemOf, speakAs } from '../docket';
import { queries } from '../queries';

export type Session = AnswerOf<'getSession'>;
export type Membership = Session['accounts'][number];

const CHOSEN = 'docket.account';

/** Who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      return standAs(await docket.call('getSession', {}));
    } catch (error) {
      if (problemOf(error)?.status === 401) return standAs(null);
      throw error;
    }
  },
});

/** From here on requests are made as this person, in the account they worked in last. */
export function standAs(session: Session | null): Session | null {
  speakAs(session?.csrfToken ?? null, session === null ? null : membershipOf(session).account);
  return session;
}

/** A person without any account cannot sign in: the list is never empty. */
export function membershipOf(session: Session): Membership {
  const chosen = localStorage.getItem(CHOSEN);
  const [first] = session.accounts;
  const found = session.accounts.find(({ account }) => account === chosen) ?? first;
  if (found === undefined) throw new Error('a session without an account');
  return found;
}

/** Everything shown belongs to the account before, so all of it is asked again. */
export function workIn(session: Session, account: string): void {
  localStorage.setItem(CHOSEN, account);
  standAs(session);
  window.location.assign('/');
}

export async function signOut(): Promise<void> {
  await docket.call('logOut', {});
  speakAs(null, null);
  queries.clear();
  window.location.assign('/sign-in');
}

export interface Standing {
  readonly session: Session;
  readonly membership: Membership;
}

export const StandingContext = createContext<Standing | null>(null);

/** The person and the account they work in; only inside the desk. */
export function useStanding(): Standing {
  const standing = useContext(StandingContext);
  if (standing === null) throw new Error('used outside the desk');
  return standing;
}

/** Whether the person has the permission: what they lack is not shown. The server decides all the same. */
export function useMay(permission: string): boolean {
  return holds(useStanding().membership, permission);
}

/** An administrator holds `*`: everything, also what later versions add. */
export const holds = ({ permissions }: Membership, permission: string): boolean =>
  permissions.includes(permission) || permissions.includes('*');
