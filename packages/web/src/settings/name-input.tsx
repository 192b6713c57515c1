import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NameInputProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly error: string | null;
  readonly description?: string;
  /** Characters. */
  readonly most?: number;
}

/** What a setting is called. */
export function NameInput({ value, onChange, error, description, most = 200 }: NameInputProps) {
  const { t } = useTranslation('setting');
  return (
    <TextInput
      label={t('name')}
      description={description}
      required
      maxLength={most}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
    />
  );
}
