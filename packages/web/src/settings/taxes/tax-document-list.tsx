import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconReceiptTax, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Listed, ListTable } from '../../parts/listed';
import { MomentText } from '../../parts/moment-text';
import { Refused } from '../../parts/refused';
import { Empty } from '../../parts/state-of-page';
import { queries } from '../../queries';
import { useMay } from '../../session/session';

const COLOURS = { waiting: 'yellow', filed: 'teal', voided: 'gray', failed: 'red' } as const;

export function TaxState({ state }: { readonly state: keyof typeof COLOURS }) {
  const { t } = useTranslation('taxes');
  return (
    <Badge variant="dot" tt="none" color={COLOURS[state]}>
      {t(`state.${state}`)}
    </Badge>
  );
}

/** What tax services were told of all orders; what is in trouble first to hand. */
export function TaxDocumentList() {
  const { t } = useTranslation('taxes');
  const mayEdit = useMay('orders.invoice');
  const [shown, setShown] = useState<'all' | 'failed' | 'waiting'>('all');
  const pages = useInfiniteQuery({
    queryKey: ['tax-documents', shown],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listTaxDocuments', {
        query: {
          limit: 50,
          ...(shown === 'all' ? {} : { state: [shown] }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
  const retry = useMutation({
    mutationFn: (orderId: string) => docket.call('sendTaxDocuments', { path: { orderId }, body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tax-documents'] }),
  });
  return (
    <Stack gap="sm">
      <Group justify="flex-end">
        <SegmentedControl
          size="xs"
          aria-label={t('stateOf')}
          value={shown}
          onChange={setShown}
          data={(['all', 'failed', 'waiting'] as const).map((one) => ({ value: one, label: t(`shown.${one}`) }))}
        />
      </Group>
      <Refused error={retry.error} />
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconReceiptTax />} title={t('noDocuments')} text={t('noDocumentsText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={640}
            columns={[
              { name: t('paper') },
              { name: t('stateOf') },
              { name: t('error') },
              { name: t('when') },
              { name: '' },
            ]}
          >
            {rows.map((row) => (
              <Table.Tr key={row.code}>
                <Table.Td>
                  <Anchor component={Link} to={`/orders/${encodeURIComponent(row.orderId)}`} size="sm" fw={500}>
                    {row.paper}
                  </Anchor>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {row.code}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <TaxState state={row.state} />
                </Table.Td>
                <Table.Td>
                  {row.error === null ? '–' : t(`reason.${row.error}`, { defaultValue: row.error })}
                  {row.error === 'provider_changed' && row.service !== null && (
                    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {t('keptIn', { service: row.service })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <MomentText at={row.updatedAt} />
                </Table.Td>
                <Table.Td ta="right">
                  {mayEdit && (row.state === 'failed' || row.state === 'waiting') && (
                    <Button
                      size="xs"
                      variant="light"
                      leftSection={<IconRefresh size={14} />}
                      loading={retry.isPending && retry.variables === row.orderId}
                      onClick={() => retry.mutate(row.orderId)}
                      aria-label={t('sendOne', { paper: row.paper })}
                    >
                      {t('send')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
    </Stack>
  );
}
