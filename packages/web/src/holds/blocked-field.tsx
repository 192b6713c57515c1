import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BLOCKED, type Blocked } from './hold-type';

interface BlockedFieldProps {
  readonly label: string;
  readonly description: string;
  readonly required?: boolean;
  readonly error?: string | null;
  readonly value: readonly Blocked[];
  readonly onChange: (blocks: Blocked[]) => void;
}

/** Which work a hold makes wait. */
export function BlockedField({ value, onChange, ...field }: BlockedFieldProps) {
  const { t } = useTranslation(['holds', 'setting']);
  return (
    <MultiSelect
      {...field}
      data={BLOCKED.map((group) => ({ value: group, label: t(`group.${group}`) }))}
      value={[...value]}
      onChange={(groups) => onChange(groups)}
      clearable
      clearButtonProps={{ 'aria-label': t('setting:clear') }}
    />
  );
}
