import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SearchSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string | null;
  readonly data: NonNullable<SelectProps['data']>;
  readonly error: string | null;
  /** With it there may be none, and the choice can be taken away. */
  readonly onClear?: () => void;
  readonly required?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of many, such as the currencies or the stores: found by typing. */
export function SearchSelect({ onClear, onChoose, ...field }: SearchSelectProps) {
  const { t } = useTranslation('setting');
  const clearing =
    onClear === undefined
      ? { allowDeselect: false }
      : { clearable: true, clearButtonProps: { 'aria-label': t('clear') } };
  return (
    <Select
      {...field}
      {...clearing}
      searchable
      limit={50}
      nothingFoundMessage={t('nothingFound')}
      onChange={(value) => (value === null ? onClear?.() : onChoose(value))}
    />
  );
}
