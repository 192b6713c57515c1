import { useState } from 'react';

/** A setting while it is written. */
interface Draft<Row> {
  readonly draft: Row;
  readonly write: (fields: Partial<Row>) => void;
}

export function useDraft<Row extends object>(initial: Row | (() => Row)): Draft<Row> {
  const [draft, setDraft] = useState(initial);
  return { draft, write: (fields) => setDraft((before) => ({ ...before, ...fields })) };
}
