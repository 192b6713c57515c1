import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session';
import { providerChoices, withPresent } from '../settings/setting-choices';

interface ProviderSelectProps {
  readonly value: string | null;
  readonly onChange: (provider: string | null) => void;
}

/** One provider or any; who may not read which there are types its id. */
export function ProviderSelect({ value, onChange }: ProviderSelectProps) {
  const { t } = useTranslation(['payments', 'setting']);
  const seesThem = useMay('orders.view');
  const providers = useQuery({ ...providerChoices, enabled: seesThem });
  const words = { size: 'xs', label: t('provider'), placeholder: t('any') } as const;
  if (!seesThem) {
    return (
      <TextInput
        {...words}
        value={value ?? ''}
        onChange={({ currentTarget: { value: typed } }) => onChange(typed.trim() === '' ? null : typed.trim())}
      />
    );
  }
  return (
    <Select
      {...words}
      clearable
      clearButtonProps={{ 'aria-label': t('setting:clear') }}
      value={value}
      onChange={onChange}
      data={withPresent(
        (providers.data?.items ?? []).map(({ provider, name }) => ({ value: provider, label: name })),
        value,
      )}
    />
  );
}
