import { Alert, Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { ConfirmButton } from '../parts/confirm-button';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Refused } from '../parts/refused';
import { Failed, Waiting } from '../parts/state-of-page';
import { queries } from '../queries';
import { useMay } from '../session/session';
import { type Import, isMoving } from './import';
import { ImportBadge } from './import-badge';
import { ImportFiles } from './import-files';
import { ImportProgress } from './import-progress';
import { RejectedRows } from './rejected-rows';

/** One import: its files, how far it is, what it came to and what it could not take. */
export function ImportPage() {
  const { t } = useTranslation('integration');
  const { importId }: { importId: string } = useParams({ from: '/desk/imports/$importId' });
  const mayEdit = useMay('imports.edit');
  const one = useQuery({
    queryKey: ['imports', 'one', importId],
    queryFn: () => docket.call('getImport', { path: { importId } }),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? 1_000 : false),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['imports'] });
  const start = useMutation({
    mutationFn: () => docket.call('startImport', { path: { importId }, body: {} }),
    onSuccess: refresh,
  });
  const data = one.data;
  return (
    <PageFrame
      title={data?.source ?? t('imports.import')}
      actions={
        mayEdit &&
        data !== undefined && (
          <Group gap="xs">
            {data.state === 'uploading' && (
              <Button
                size="xs"
                leftSection={<IconPlayerPlay size={16} />}
                disabled={data.files.length === 0}
                loading={start.isPending}
                onClick={() => start.mutate()}
              >
                {t('imports.start')}
              </Button>
            )}
            {(data.state === 'uploading' || isMoving(data)) && (
              <ConfirmButton
                danger
                label={t('imports.cancel')}
                text={t('imports.cancelText')}
                icon={<IconX size={16} />}
                act={async () => {
                  await docket.call('cancelImport', { path: { importId }, body: {} });
                  await refresh();
                }}
              />
            )}
          </Group>
        )
      }
    >
      <Anchor component={Link} to="/imports" size="sm">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('imports.title')}
      </Anchor>
      {one.isPending && <Waiting />}
      {one.error !== null && <Failed error={one.error} onRetry={() => void one.refetch()} />}
      <Refused error={start.error} />
      {data !== undefined && (
        <Stack gap="lg">
          <Group gap="xs">
            <ImportBadge state={data.state} />
            <Text size="sm" c="dimmed">
              {t('imports.begun')} <MomentText at={data.createdAt} />
            </Text>
          </Group>
          {data.failure !== null && <Alert color="red">{data.failure}</Alert>}
          <ImportProgress key={data.state} one={data} answeredAt={one.dataUpdatedAt} />
          <ImportFiles one={data} mayEdit={mayEdit} />
          <Sums one={data} />
          {data.progress.rejected > 0 && <RejectedRows importId={importId} />}
        </Stack>
      )}
    </PageFrame>
  );
}

function Sums({ one }: { readonly one: Import }) {
  const { t, i18n } = useTranslation('integration');
  if (one.sums.length === 0) return null;
  return (
    <div>
      <Title order={2} size="h5" mb="xs">
        {t('imports.sums')}
      </Title>
      <Table.ScrollContainer minWidth={420} mah={320}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.month')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
              <Table.Th ta="right">{t('imports.orders')}</Table.Th>
              <Table.Th ta="right">{t('imports.total')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {one.sums.map((sum) => (
              <Table.Tr key={`${sum.month} ${sum.status} ${sum.currency}`}>
                <Table.Td>{sum.month}</Table.Td>
                <Table.Td>{sum.status}</Table.Td>
                <Table.Td ta="right">{sum.orders.toLocaleString(i18n.language)}</Table.Td>
                <Table.Td ta="right">
                  {sum.total === null ? '–' : money(sum.total, sum.currency, i18n.language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
