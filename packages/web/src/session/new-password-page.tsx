import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck, IconMail } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Failed } from '../parts/state-of-page';
import { submitted } from '../parts/submitted';
import { Doorway } from './doorway';
import { useLinkCode } from './link-code';

/** Without a code a link is mailed; the link of the mail leads here again, with its code. */
export function NewPasswordPage() {
  const code = useLinkCode();
  return <Doorway>{code === '' ? <AskForLink /> : <SetPassword code={code} />}</Doorway>;
}

function AskForLink() {
  const { t } = useTranslation('new-password');
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => docket.call('requestPasswordReset', { body: { email } }) });
  return (
    <form onSubmit={submitted(() => ask.mutate())}>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('ask.title')}
        </Title>
        {ask.error !== null && <Failed error={ask.error} />}
        {ask.isSuccess ? (
          <Alert color="teal" icon={<IconMail />} role="status" title={t('ask.sentTitle')}>
            {t('ask.sent', { email })}
          </Alert>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {t('ask.text')}
            </Text>
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" loading={ask.isPending} fullWidth>
              {t('ask.send')}
            </Button>
          </>
        )}
        <BackToSignIn />
      </Stack>
    </form>
  );
}

function SetPassword({ code }: { readonly code: string }) {
  const { t } = useTranslation('new-password');
  const [password, setPassword] = useState('');
  const confirm = useMutation({
    mutationFn: () => docket.call('confirmPasswordReset', { body: { code, password } }),
  });
  return (
    <form onSubmit={submitted(() => confirm.mutate())}>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('set.title')}
        </Title>
        {confirm.error !== null && <Failed error={confirm.error} />}
        {confirm.isSuccess ? (
          <Alert color="teal" icon={<IconCircleCheck />} role="status" title={t('set.doneTitle')}>
            {t('set.done')}
          </Alert>
        ) : (
          <>
            <PasswordInput
              label={t('set.password')}
              description={t('set.hint')}
              autoComplete="new-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={confirm.isPending} fullWidth>
              {t('set.save')}
            </Button>
          </>
        )}
        <BackToSignIn />
      </Stack>
    </form>
  );
}

function BackToSignIn() {
  const { t } = useTranslation('new-password');
  return (
    <Anchor component={Link} to="/sign-in" size="sm" ta="center">
      {t('toSignIn')}
    </Anchor>
  );
}
