import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Waiting } from '../parts/state-of-page';
import { ShopperSignIn } from './shopper-sign-in';
import { shopperSessionQuery } from './shopper-session';

interface SignedInProps {
  /** For who has not, in the place of the question who they are. */
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

/** The content for who has signed in; everybody else is asked to, at the same address. */
export function SignedIn({ instead, children }: SignedInProps) {
  const session = useQuery(shopperSessionQuery);
  if (session.isPending) return <Waiting lines={4} height={72} />;
  if (session.isError) return <Failed error={session.error} onRetry={() => void session.refetch()} />;
  return session.data === null ? (instead ?? <ShopperSignIn />) : children;
}
