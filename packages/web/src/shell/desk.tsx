import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { membershipOf, sessionQuery, type Standing, StandingContext } from '../session/session';
import { DeskShell } from './desk-shell';

/** The desk of who has signed in. When the session ends meanwhile, the next page asks them to come in again. */
export function Desk() {
  const { data: session } = useQuery(sessionQuery);
  const standing = useMemo<Standing | null>(
    () => (session == null ? null : { session, membership: membershipOf(session) }),
    [session],
  );
  if (standing === null) return null;
  return (
    <StandingContext value={standing}>
      <DeskShell />
    </StandingContext>
  );
}
