import { Anchor, Button, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDatabaseImport, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
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
      <Listed
        pages={pages}
        rowsOf={(page) => page.imports}
        empty={<Empty icon={<IconDatabaseImport />} title={t('imports.none')} text={t('imports.noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={600}
            columns={[
              { name: t('imports.source') },
              { name: t('state') },
              { name: t('imports.begun') },
              { name: t('imports.orders'), figures: true },
              { name: t('imports.rejected'), figures: true },
            ]}
          >
            {rows.map((one) => (
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
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={making} onClose={close} title={t('imports.new')}>
        <NewImport onDone={({ importId }) => router.history.push(`/imports/${importId}`)} />
      </SideDrawer>
    </PageFrame>
  );
}
