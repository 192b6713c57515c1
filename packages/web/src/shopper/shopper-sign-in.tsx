import { Anchor, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import { ShopperRefusal } from './shopper-refusal';
import { chosenShop, shopperDocket } from './shopper-docket';
import { shopperSessionQuery, standAsShopper } from './shopper-session';

/** Two steps: the address, then the code that was mailed to it. */
export function ShopperSignIn() {
  const [email, setEmail] = useState<string | null>(null);
  return (
    <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }} maw={440} mx="auto" mt={{ base: 0, sm: 'xl' }}>
      {email === null ? <AskForCode onSent={setEmail} /> : <GiveCode email={email} onOther={() => setEmail(null)} />}
    </Paper>
  );
}

/** Of the shop that was chosen; else the server knows which. */
const inShop = (): { account?: string } => {
  const account = chosenShop();
  return account === null ? {} : { account };
};

function AskForCode({ onSent }: { readonly onSent: (email: string) => void }) {
  const { t, i18n } = useTranslation('shopper');
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      shopperDocket.call('askForCode', { body: { ...inShop(), email: email.trim(), locale: i18n.language } }),
    onSuccess: () => onSent(email.trim()),
  });
  return (
    <form onSubmit={submitted(() => ask.mutate())}>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('signIn.title')}
        </Title>
        <Text c="dimmed">{t('signIn.text')}</Text>
        {ask.error !== null && <ShopperRefusal error={ask.error} />}
        <TextInput
          size="md"
          label={t('signIn.email')}
          type="email"
          autoComplete="email"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={ask.isPending} fullWidth>
          {t('signIn.send')}
        </Button>
      </Stack>
    </form>
  );
}

function GiveCode({ email, onOther }: { readonly email: string; readonly onOther: () => void }) {
  const { t } = useTranslation('shopper');
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => shopperDocket.call('confirmSignIn', { body: { ...inShop(), email, code, cookie: true } }),
    onSuccess: (session) => {
      queries.setQueryData(shopperSessionQuery.queryKey, standAsShopper(session));
    },
  });
  return (
    <form onSubmit={submitted(() => confirm.mutate())}>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('signIn.codeTitle')}
        </Title>
        <Text c="dimmed" role="status">
          {t('signIn.codeText', { email })}
        </Text>
        {confirm.error !== null && <ShopperRefusal error={confirm.error} />}
        <TextInput
          size="md"
          label={t('signIn.code')}
          placeholder="1234 5678"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 \-]+"
          maxLength={20}
          required
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={confirm.isPending} fullWidth>
          {t('signIn.confirm')}
        </Button>
        <Group justify="center">
          <Anchor component="button" type="button" size="sm" onClick={onOther}>
            {t('signIn.other')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
