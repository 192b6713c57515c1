import {
  Alert,
  Anchor,
  Button,
  Code,
  Divider,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import { RefusalText } from '../parts/refusal-text';
import { Doorway } from './doorway';
import { sessionQuery, standAs } from './session';

export function SignInPage() {
  const { t } = useTranslation('session');
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const methods = useQuery({ queryKey: ['login-methods'], queryFn: () => docket.call('getLoginMethods', {}) });
  const signIn = useMutation({
    mutationFn: () => docket.call('logIn', { body: { email, password } }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, standAs(session));
      router.history.push(wanted(window.location.search));
    },
  });
  return (
    <Doorway>
      <form onSubmit={submitted(() => signIn.mutate())}>
        <Stack gap="md">
          <Title order={1} size="h2">
            {t('signIn')}
          </Title>
          {signIn.error !== null && (
            <Alert color="red" icon={<IconAlertCircle />} role="alert">
              <RefusalText error={signIn.error} />
            </Alert>
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {t('signIn')}
          </Button>
          <Group justify="center">
            <Anchor component={Link} to="/new-password" size="sm">
              {t('forgotten')}
            </Anchor>
          </Group>
          {methods.data?.oidc != null && (
            <>
              <Divider label={t('or')} />
              <Button component="a" href={methods.data.oidc.url} variant="default" fullWidth>
                {t('signInWith', { name: methods.data.oidc.name })}
              </Button>
            </>
          )}
          <DemoHint
            onTake={(demo) => {
              setEmail(demo.email);
              setPassword(demo.password);
            }}
          />
        </Stack>
      </form>
    </Doorway>
  );
}

/** The page of ours that the person asked for before. An address elsewhere is none. */
function wanted(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return next.startsWith('/') && !next.startsWith('//') ? next : '/';
}

/** Where the demo runs, everybody may come in: the server says so in its login methods. */
function DemoHint({ onTake }: { readonly onTake: (demo: { email: string; password: string }) => void }) {
  const { t } = useTranslation('session');
  const methods = useQuery({ queryKey: ['login-methods'], queryFn: () => docket.call('getLoginMethods', {}) });
  const demo = methods.data?.demo;
  if (demo == null) return null;
  return (
    <Alert variant="light" title={t('demo.title')}>
      <Text size="sm" mb="xs">
        {t('demo.text')} <Code>{demo.email}</Code>
      </Text>
      <Button size="xs" variant="light" onClick={() => onTake(demo)}>
        {t('demo.take')}
      </Button>
    </Alert>
  );
}
