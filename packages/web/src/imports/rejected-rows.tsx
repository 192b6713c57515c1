import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { More } from '../parts/more';
import { Refused } from '../parts/refused';
import { Failed, Waiting } from '../parts/state-of-page';

/** Rows that became no order, each with its reason, and all of them as a file. */
export function RejectedRows({ importId }: { readonly importId: string }) {
  const { t } = useTranslation('integration');
  const path = { importId };
  const pages = useInfiniteQuery({
    queryKey: ['imports', 'rejected', importId],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => docket.call('listRejectedRows', { path, query: { limit: 50, after: pageParam } }),
    getNextPageParam: ({ next }) => next,
  });
  const download = useMutation({ mutationFn: () => saveRejected(importId) });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('imports.rejectedRows')}
        </Title>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('imports.download')}
        </Button>
      </Group>
      <Refused error={download.error} />
      {pages.isPending && <Waiting lines={4} />}
      {pages.error !== null && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data !== undefined && (
        <Table.ScrollContainer minWidth={600}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.file')}</Table.Th>
                <Table.Th ta="right">{t('imports.line')}</Table.Th>
                <Table.Th>{t('imports.record')}</Table.Th>
                <Table.Th>{t('imports.reason')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.data.pages
                .flatMap((page) => page.rows)
                .map((row) => (
                  <Table.Tr key={row.nth}>
                    <Table.Td>{row.file}</Table.Td>
                    <Table.Td ta="right">{row.line}</Table.Td>
                    <Table.Td>{row.record}</Table.Td>
                    <Table.Td>
                      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                        {row.reason}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <More pages={pages} />
    </Stack>
  );
}

/** Asked as a request of the desk, for a plain link would not say in which account. */
async function saveRejected(importId: string): Promise<void> {
  const response = await docket.send({ method: 'GET', path: `/api/v1/admin/imports/${importId}/rejections/file` });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = 'rejected.jsonl';
  link.click();
  URL.revokeObjectURL(address);
}
