import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { MomentText } from '../parts/moment-text';
import { Refused } from '../parts/refused';
import { Failed, Waiting } from '../parts/state-of-page';
import { queries } from '../queries';
import { useMay } from '../session/session';

/** A mail as plain text: its HTML is made for mail programs, and could bring pictures of anybody into the desk. */
export function OpenedMail({ id }: { readonly id: string }) {
  const { t } = useTranslation('integration');
  const mayEdit = useMay('mails.edit');
  const mail = useQuery({
    queryKey: ['mails', 'one', id],
    queryFn: () => docket.call('getMail', { path: { mailId: id } }),
  });
  const resend = useMutation({
    mutationFn: () => docket.call('resendMail', { path: { mailId: id }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mails'] }),
  });
  if (mail.isPending) return <Waiting lines={6} />;
  if (mail.error !== null) return <Failed error={mail.error} onRetry={() => void mail.refetch()} />;
  const { to, subject, text, state, sentAt, lastError, hasContent } = mail.data;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t(`mails.states.${state}`)} <MomentText at={sentAt} />
        </Text>
        {mayEdit && hasContent && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconSend size={14} />}
            loading={resend.isPending}
            onClick={() => resend.mutate()}
          >
            {t('mails.resend')}
          </Button>
        )}
      </Group>
      <Refused error={resend.error} />
      {lastError !== null && <Alert color="red">{lastError}</Alert>}
      {text === null ? (
        <Alert color="gray">{t(hasContent ? 'mails.hidden' : 'mails.wiped')}</Alert>
      ) : (
        <Paper withBorder p="md">
          <Text size="sm" c="dimmed">
            {to}
          </Text>
          <Text fw={600} mb="sm">
            {subject}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        </Paper>
      )}
    </Stack>
  );
}
