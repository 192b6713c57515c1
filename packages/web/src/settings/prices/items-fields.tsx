import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemMatch } from './promotion';

interface ItemsFieldsProps {
  readonly value: ItemMatch;
  readonly onChange: (value: ItemMatch) => void;
}

const PARTS = ['skus', 'skuPrefixes', 'categories', 'except'] as const;

/** Which lines are meant. */
export function ItemsFields({ value, onChange }: ItemsFieldsProps) {
  const { t } = useTranslation('pricing');
  return PARTS.map((part) => (
    <TagsInput
      key={part}
      label={t(`items.${part}`)}
      {...(part === 'skus' ? { description: t('items.all') } : {})}
      value={value[part] ?? []}
      onChange={(names) => onChange({ ...value, [part]: names })}
    />
  ));
}

/** Without what is empty: it says nothing. */
export const namedIn = (items: ItemMatch): ItemMatch =>
  Object.fromEntries(Object.entries(items).filter(([, names]) => names.length > 0));
