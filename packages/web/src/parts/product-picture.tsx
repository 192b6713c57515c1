import { useState } from 'react';

/**
 * A small square picture beside the name that says what it shows. The room is kept from the first moment on; of one that
 * cannot be had nothing is seen. Whoever keeps it does not learn on which page it stands.
 */
export function ProductPicture({ url, size }: { readonly url: string | undefined; readonly size: number }) {
  const [broken, setBroken] = useState(false);
  const room = { width: size, height: size, flex: 'none', borderRadius: 6 };
  if (url === undefined || broken) return <span style={room} aria-hidden />;
  return (
    <img
      src={url}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      referrerPolicy="no-referrer"
      style={{ ...room, objectFit: 'cover' }}
      onError={() => setBroken(true)}
    />
  );
}
