import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ActiveSwitchProps {
  /** What is no longer taken while it is off. */
  readonly description: string;
  readonly value: boolean;
  readonly onChange: (active: boolean) => void;
}

/** Whether a setting is in use; what names it already keeps it. */
export function ActiveSwitch({ description, value, onChange }: ActiveSwitchProps) {
  const { t } = useTranslation('setting');
  return (
    <Switch
      label={t('active')}
      description={description}
      checked={value}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}
