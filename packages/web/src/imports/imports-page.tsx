import { Anchor, Button, Drawer, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDatabaseImport, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { MomentText } from '../parts/moment-text';
import { More } from '../parts/more';
import { PageFrame } from '../parts/page-frame';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { ImportBadge } from './import-badge';
import { NewImport } from './new-import';

/** Imports of history, newest first. */
export function ImportsPage() {
  const { t, i18n } = useTranslation('integration');
  const router = useRouter();
  const mayEdit = useMay('imports.edit');
  const [making, { open, close }] = useDisclosure(false);
  const pages = useInfiniteQuery({
    queryKey: ['imports', 'list'],
    refetchInterval: 5_000,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listImports', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const imports = pages.data?.pages.flatMap((page) => page.imports) ?? [];
  return (
    <PageFrame
      title={t('imports.title')}
      actions={
        mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('imports.new')}
          </Button>
        )
      }
    >
      {pages.isPending && <Waiting />}
      {pages.error !== null && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && imports.length === 0 && (
        <Empty icon={<IconDatabaseImport />} title={t('imports.none')} text={t('imports.noneText')} />
      )}
      {imports.length > 0 && (
        <Table.ScrollContainer minWidth={600}>
          <Table verticalSpacing="xs" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.source')}</Table.Th>
                <Table.Th>{t('state')}</Table.Th>
                <Table.Th>{t('imports.begun')}</Table.Th>
                <Table.Th ta="right">{t('imports.orders')}</Table.Th>
                <Table.Th ta="right">{t('imports.rejected')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {imports.map((one) => (
                <Table.Tr key={one.importId}>
                  <Table.Td>
                    <Anchor component={Link} to={`/imports/${one.importId}`} size="sm" fw={500}>
                      {one.source ?? one.files[0]?.name ?? one.importId.slice(0, 8)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>
                    <ImportBadge state={one.state} />
                  </Table.Td>
                  <Table.Td>
                    <MomentText at={one.createdAt} />
                  </Table.Td>
                  <Table.Td ta="right">{one.progress.orders.toLocaleString(i18n.language)}</Table.Td>
                  <Table.Td ta="right">{one.progress.rejected.toLocaleString(i18n.language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <More pages={pages} />
      <Drawer
        opened={making}
        onClose={close}
        position="right"
        size="lg"
        title={t('imports.new')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <NewImport onDone={({ importId }) => router.history.push(`/imports/${importId}`)} />
      </Drawer>
    </PageFrame>
  );
}
