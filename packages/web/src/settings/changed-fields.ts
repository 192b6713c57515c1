/** Fields in which a setting differs from what it was; null where there are none. Others may have changed the rest meanwhile. */
export function changedFields<Row extends object>(before: Row, after: Row): Partial<Row> | null {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Row]),
  );
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<Row>);
}

/** Sent with what is to be new: what stands there under the same id already stays as it is. */
export const ONLY_NEW = { headers: { 'if-none-match': '*' } } as const;
