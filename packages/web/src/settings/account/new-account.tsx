import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket, problemOf } from '../../docket';
import type { OnceShown } from '../../keys/token-once';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { NameInput } from '../name-input';
import { SettingForm } from '../setting-form';

/** A further account of the installation. Its first key is all that can enter it until people are invited. */
export function NewAccount({ onDone }: { readonly onDone: (first: OnceShown) => void }) {
  const { t } = useTranslation(['account', 'setting']);
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => docket.call('createAccount', { body: { account, name } }),
    onSuccess: ({ key, token }) => onDone({ key, secret: token }),
  });
  const { at, rest } = fieldProblem(make.error, ['/account', '/name']);
  return (
    <SettingForm onSave={() => make.mutate()} isSaving={make.isPending} problem={rest}>
      <Text size="sm">{t('accounts.newText')}</Text>
      <KeyInput
        label={t('setting:id')}
        description={t('accounts.idText')}
        value={account}
        onChange={setAccount}
        isTaken={problemOf(make.error)?.code === 'account_exists'}
        error={at('/account')}
      />
      <NameInput value={name} onChange={setName} error={at('/name')} />
    </SettingForm>
  );
}
