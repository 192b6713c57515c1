/** Lists whose rows are written, moved and taken away. Each row has a key of its own, which stays when all else changes. */
export interface Keyed {
  readonly key: string;
}

let made = 0;

export function newKey(): string {
  made += 1;
  return `row-${made}`;
}

export const written = <Row extends Keyed>(
  rows: readonly Row[],
  key: string,
  fields: Partial<Omit<Row, 'key'>>,
): readonly Row[] => rows.map((row) => (row.key === key ? { ...row, ...fields } : row));

export const without = <Row extends Keyed>(rows: readonly Row[], key: string): readonly Row[] =>
  rows.filter((row) => row.key !== key);

/** The row one place up (-1) or down (1); the same list where it stands at that end. */
export function moved<Row extends Keyed>(rows: readonly Row[], key: string, by: -1 | 1): readonly Row[] {
  const from = rows.findIndex((row) => row.key === key);
  const row = rows[from];
  const other = rows[from + by];
  if (row === undefined || other === undefined) return rows;
  return rows.map((each, place) => (place === from ? other : place === from + by ? row : each));
}

export const haveSamePlaces = (rows: readonly Keyed[], others: readonly Keyed[]): boolean =>
  rows.length === others.length && rows.every(({ key }, place) => key === others[place]?.key);
