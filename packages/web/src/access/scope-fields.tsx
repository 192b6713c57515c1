import { Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scope } from './scope';

interface ScopeFieldsProps {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

export function ScopeFields({ value, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation('access');
  return (
    <>
      <TagsInput
        label={t('scope.onlyStores')}
        description={t('scope.onlyStoresText')}
        value={value.stores ?? []}
        onChange={(stores) => onChange({ ...value, stores: stores.length === 0 ? null : stores })}
      />
      <TextInput
        label={t('scope.onlySeller')}
        maxLength={100}
        value={value.seller ?? ''}
        onChange={({ currentTarget: { value: seller } }) =>
          onChange({ ...value, seller: seller === '' ? null : seller })
        }
      />
      <Switch
        label={t('scope.onlyOwn')}
        checked={value.own}
        onChange={(event) => onChange({ ...value, own: event.currentTarget.checked })}
      />
    </>
  );
}
