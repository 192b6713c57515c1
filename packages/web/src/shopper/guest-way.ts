const KEY = 'docket.guest';

/**
 * Remembers by which link somebody came to an order, for as long as the window is open: providers lead everybody who has paid to
 * the page of a signed-in buyer, and who came by a link never signed in.
 */
export function rememberGuest(orderId: string, token: string): void {
  sessionStorage.setItem(KEY, JSON.stringify({ orderId, token }));
}

/** The page of the order behind the link that led to it; null: nobody came by one. */
export function guestPageOf(orderId: string): string | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  if (typeof kept !== 'object' || kept === null) return null;
  const { orderId: known, token } = kept as Readonly<Record<string, unknown>>;
  return known === orderId && typeof token === 'string' ? `/order#${token}` : null;
}
