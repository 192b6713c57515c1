import { Badge, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Section } from '../../order/section';
import { ConfirmButton } from '../../parts/confirm-button';
import { CopyButton } from '../../parts/copy-button';
import { notify } from '../../parts/notify';
import { Refused } from '../../parts/refused';
import { Failed, Waiting } from '../../parts/state-of-page';
import { submitted } from '../../parts/submitted';
import { useMay } from '../../session/session';
import { settingsChanged, useSave } from '../use-save';
import { type PaymentProvider, secretsQuery } from './provider';

/** The keys of a provider: which are set, and a way to write others. What one is, nothing here ever shows. */
export function ProviderSecrets({ provider: { provider } }: { readonly provider: PaymentProvider }) {
  const { t } = useTranslation('payments');
  const secrets = useQuery(secretsQuery(provider));
  const mayEdit = useMay('settings.edit');
  if (secrets.isPending) return <Waiting lines={3} />;
  if (secrets.error !== null) return <Failed error={secrets.error} onRetry={() => void secrets.refetch()} />;
  const { names, needed, eventsUrl } = secrets.data;
  if (needed.length === 0) return null;
  return (
    <>
      <Section title={t('providers.keys')}>
        <Text size="sm" c="dimmed">
          {t('providers.keysText')}
        </Text>
        {needed.map((name) => (
          <Group key={name} gap="xs" justify="space-between">
            <Group gap="xs">
              <Text size="sm" fw={500}>
                {t(`providers.key.${name}`, { defaultValue: name })}
              </Text>
              <Badge variant="dot" tt="none" color={names.includes(name) ? 'teal' : 'red'}>
                {t(names.includes(name) ? 'providers.keySet' : 'providers.keyMissing')}
              </Badge>
            </Group>
            {mayEdit && names.includes(name) && (
              <ConfirmButton
                danger
                label={t('providers.takeAway')}
                text={t('providers.takeAwayText', { name: t(`providers.key.${name}`, { defaultValue: name }) })}
                act={async () => {
                  await docket.call('setProviderSecrets', { path: { provider }, body: { [name]: null } });
                  await settingsChanged();
                }}
              />
            )}
          </Group>
        ))}
        {mayEdit && <Writing provider={provider} names={names} needed={needed} />}
      </Section>
      <Section title={t('providers.events')} aside={<CopyButton value={eventsUrl} size="compact-xs" />}>
        <Text size="sm" c="dimmed">
          {t('providers.eventsText')}
        </Text>
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {eventsUrl}
        </Text>
      </Section>
    </>
  );
}

interface WritingProps {
  readonly provider: string;
  readonly names: readonly string[];
  readonly needed: readonly string[];
}

function Writing({ provider, names, needed }: WritingProps) {
  const { t } = useTranslation(['payments', 'shell']);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const save = useSave(
    () => docket.call('setProviderSecrets', { path: { provider }, body: filled }),
    () => {
      setTyped({});
      notify({ color: 'green', message: t('providers.keysSaved') });
    },
  );
  return (
    <form onSubmit={submitted(() => save.mutate())}>
      <Stack gap="sm">
        {needed.map((name) => (
          <PasswordInput
            key={name}
            label={t('providers.newKey', { name: t(`providers.key.${name}`, { defaultValue: name }) })}
            description={t(names.includes(name) ? 'providers.replaces' : `providers.keyHint.${name}`)}
            autoComplete="off"
            maxLength={500}
            value={typed[name] ?? ''}
            onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value.trim() }))}
          />
        ))}
        <Refused error={save.error} />
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={save.isPending} disabled={Object.keys(filled).length === 0}>
            {t('providers.saveKeys')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
