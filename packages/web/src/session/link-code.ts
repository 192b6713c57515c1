import { useState } from 'react';

/** What stands behind the `#` of a link from a mail, where browsers send it to no server; empty where nothing does. */
export function useLinkCode(): string {
  const [code] = useState(() => window.location.hash.slice(1));
  return code;
}
