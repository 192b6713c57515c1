import { useMemo, useReducer } from 'react';
import { COLUMNS, type ColumnName, FIRST_COLUMNS } from './order-columns';
import { VOCABULARIES, type Vocabulary } from './order-words';

/** A text that this browser keeps. */
function useKept(key: string): readonly [string | null, (text: string) => void] {
  const [, showAgain] = useReducer((times: number) => times + 1, 0);
  const keep = (text: string): void => {
    localStorage.setItem(key, text);
    showAgain();
  };
  return [localStorage.getItem(key), keep];
}

/** The columns of the list: each saved view has its own, at first those it was saved with. */
export function useColumns(
  view: string | undefined,
  ofView: readonly string[] | undefined,
): readonly [readonly ColumnName[], (columns: readonly ColumnName[]) => void] {
  const [kept, keep] = useKept(`docket.order-columns${view === undefined ? '' : `.${view}`}`);
  const columns = useMemo(() => {
    const chosen = (kept?.split(' ') ?? ofView ?? []).filter(isColumn);
    return chosen.length === 0 ? FIRST_COLUMNS : chosen;
  }, [kept, ofView]);
  return [columns, (chosen) => keep(chosen.join(' '))];
}

const isColumn = (name: string): name is ColumnName => COLUMNS.some((column) => column.name === name);

/** Whose words the status is told in. */
export function useVocabulary(): readonly [Vocabulary, (vocabulary: Vocabulary) => void] {
  const [kept, keep] = useKept('docket.status-words');
  return [VOCABULARIES.find((one) => one === kept) ?? 'native', keep];
}
