import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RolesField } from '../access/roles-field';
import { EVERYWHERE, type Scope } from '../access/scope';
import { ScopeFields } from '../access/scope-fields';
import { docket } from '../docket';
import { LANGUAGES } from '../i18n/start-i18n';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { type Person, refreshPeople } from './person';

interface PersonFormProps {
  /** Null: somebody who is invited. */
  readonly value: Person | null;
  readonly onDone: () => void;
}

/** Roles and scope of a person; of somebody new the address too, and in which language the mail is. */
export function PersonForm({ value, onDone }: PersonFormProps) {
  const { t, i18n } = useTranslation('people');
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState(i18n.language);
  const [roles, setRoles] = useState<string[]>(value?.roles ?? []);
  const [scope, setScope] = useState<Scope>(value?.scope ?? EVERYWHERE);
  const save = useMutation({
    mutationFn: () =>
      value === null
        ? docket.call('inviteUser', { body: { email: email.trim(), roles, scope, locale } })
        : docket.call('changeUser', { path: { userId: value.userId }, body: { roles, scope } }),
    onSuccess: async () => {
      await refreshPeople();
      onDone();
    },
  });
  return (
    <form onSubmit={submitted(() => save.mutate())}>
      <Stack>
        {value === null && (
          <>
            <Text size="sm">{t('inviteText')}</Text>
            <TextInput
              label={t('email')}
              type="email"
              required
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </>
        )}
        <RolesField required value={roles} onChange={setRoles} />
        <ScopeFields value={scope} onChange={setScope} />
        {value === null && (
          <Select
            label={t('locale')}
            allowDeselect={false}
            value={locale}
            onChange={(chosen) => setLocale(chosen ?? i18n.language)}
            data={Object.entries(LANGUAGES).map(([code, name]) => ({ value: code, label: name }))}
          />
        )}
        <Refused error={save.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t(value === null ? 'send' : 'shell:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
