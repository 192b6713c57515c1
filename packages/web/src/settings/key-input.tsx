import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface KeyInputProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isTaken: boolean;
  readonly error: string | null;
}

/** The id of something new: it cannot be changed later. */
export function KeyInput({ label, description, value, onChange, isTaken, error }: KeyInputProps) {
  const { t } = useTranslation('setting');
  return (
    <TextInput
      label={label}
      description={description}
      required
      data-autofocus
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={isTaken ? t('taken') : error}
    />
  );
}
