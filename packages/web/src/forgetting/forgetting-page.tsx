import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { AnswerOf, RequestOf } from '@docket/sdk';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { PageFrame } from '../parts/page-frame';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import { useMay } from '../session/session';
import { ChangesList } from '../settings/history/changes-list';
import { WhatGoes } from './what-goes';

const NAMES = ['email', 'customerId', 'orderId'] as const;
type Name = (typeof NAMES)[number];
type Forgetting = AnswerOf<'forgetPerson'>;

/** Forgetting a person: named, looked at, and destroyed only when the name was typed once more. */
export function ForgettingPage() {
  const { t } = useTranslation('forgetting');
  const [by, setBy] = useState<Name>('email');
  const [name, setName] = useState('');
  const [again, setAgain] = useState('');
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState(0);
  const seesHistory = useMay('settings.view');
  const person = { [by]: name.trim() };
  const look = useMutation({ mutationFn: () => docket.call('previewForgetting', { body: person }) });
  const forget = useMutation({
    mutationFn: async (): Promise<Forgetting> => {
      const body = { ...person, reason } as RequestOf<'forgetPerson'>['body'];
      for (;;) {
        const forgotten = await docket.call('forgetPerson', { body });
        if (forgotten.ordersLeft === 0) return forgotten;
        setLeft(forgotten.ordersLeft);
      }
    },
    onSettled: () => setLeft(0),
    // Lists and pages may show the person still.
    onSuccess: () => queries.invalidateQueries(),
  });
  const rename = (change: () => void): void => {
    change();
    setAgain('');
    setReason('');
    look.reset();
    forget.reset();
  };
  return (
    <PageFrame title={t('title')}>
      <Stack maw={640}>
        <Text size="sm">{t('text')}</Text>
        <form onSubmit={submitted(() => look.mutate())}>
          <Stack>
            <SegmentedControl
              aria-label={t('by')}
              value={by}
              disabled={forget.isPending}
              onChange={(chosen) => rename(() => setBy(NAMES.find((one) => one === chosen) ?? 'email'))}
              data={NAMES.map((value) => ({ value, label: t(`names.${value}`) }))}
            />
            <TextInput
              label={t(`names.${by}`)}
              description={t(`hints.${by}`)}
              required
              autoComplete="off"
              disabled={forget.isPending}
              value={name}
              onChange={({ currentTarget: { value } }) => rename(() => setName(value))}
            />
            <Refused error={look.error} />
            <Group justify="flex-end">
              <Button type="submit" variant="default" loading={look.isPending}>
                {t('look')}
              </Button>
            </Group>
          </Stack>
        </form>
        {look.data !== undefined && !forget.isSuccess && (
          <Paper withBorder p="md" component="section" aria-label={t('goes')}>
            <form onSubmit={submitted(() => forget.mutate())}>
              <Stack>
                <WhatGoes preview={look.data} />
                <TextInput
                  label={t('reason')}
                  description={t('reasonText')}
                  required
                  maxLength={200}
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
                <TextInput
                  label={t('again', { name: name.trim() })}
                  required
                  autoComplete="off"
                  value={again}
                  onChange={(event) => setAgain(event.currentTarget.value)}
                />
                <Refused error={forget.error} />
                <Group justify="flex-end">
                  {left > 0 && (
                    <Text size="sm" c="dimmed" role="status">
                      {t('left', { count: left })}
                    </Text>
                  )}
                  <Button
                    type="submit"
                    color="red.9"
                    disabled={again.trim() !== name.trim() || reason.trim() === ''}
                    loading={forget.isPending}
                  >
                    {t('forget')}
                  </Button>
                </Group>
              </Stack>
            </form>
          </Paper>
        )}
        {forget.data !== undefined && (
          <Alert
            color="teal"
            icon={<IconCircleCheck />}
            role="status"
            title={t('done')}
            styles={{ title: { color: 'var(--mantine-color-text)' } }}
          >
            <Text size="sm">{t('doneText', { count: forget.data.keys })}</Text>
            <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
              {forget.data.subject}
            </Text>
          </Alert>
        )}
      </Stack>
      {seesHistory && (
        <Stack maw={820} mt="lg" component="section" aria-label={t('past')}>
          <Title order={2} size="h5">
            {t('past')}
          </Title>
          <ChangesList
            isOfMany
            under={['settings', 'forgetting']}
            page={(query) => docket.call('listSettingsChanges', { query: { ...query, kind: 'forgetting' } })}
          />
        </Stack>
      )}
    </PageFrame>
  );
}
