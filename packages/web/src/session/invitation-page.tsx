import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Failed } from '../parts/state-of-page';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import { Doorway } from './doorway';
import { IncompleteLink } from './incomplete-link';
import { useLinkCode } from './link-code';
import { sessionQuery, standAs } from './session';

/** Where the link of an invitation leads: somebody new chooses a password, somebody known gives theirs. */
export function InvitationPage() {
  const { t, i18n } = useTranslation('invitation');
  const router = useRouter();
  const code = useLinkCode();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () =>
      docket.call('acceptInvitation', {
        body: { code, password, locale: i18n.language, ...(name.trim() === '' ? {} : { name: name.trim() }) },
      }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, standAs(session));
      router.history.push('/');
    },
  });
  if (code === '') {
    return (
      <Doorway>
        <IncompleteLink title={t('title')} />
      </Doorway>
    );
  }
  return (
    <Doorway>
      <form onSubmit={submitted(() => accept.mutate())}>
        <Stack gap="md">
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('text')}
          </Text>
          {accept.error !== null && <Failed error={accept.error} />}
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            autoComplete="name"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={accept.isPending} fullWidth>
            {t('accept')}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
