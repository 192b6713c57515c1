import { Anchor, Badge, Button, Group, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { NewWorkflow } from './new-workflow';

/** The workflows that orders may start in: those that come with Docket, and those of the account. */
export function WorkflowsPage() {
  const { t } = useTranslation('workflows');
  const router = useRouter();
  const mayEdit = useMay('settings.edit');
  const [making, { open, close }] = useDisclosure(false);
  const pages = useInfiniteQuery({
    queryKey: ['workflows', 'list'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listWorkflows', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <PageFrame
      title={t('title')}
      actions={
        mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('new')}
          </Button>
        )
      }
    >
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconSitemap />} title={t('none')} text={t('noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={420}
            columns={[{ name: t('workflow') }, { name: t('version'), figures: true }, { name: t('state') }]}
          >
            {rows.map(({ workflow, builtIn, version, retired, hasDraft }) => (
              <Table.Tr key={workflow}>
                <Table.Td>
                  <Anchor component={Link} to={`/settings/workflows/${workflow}`} size="sm" fw={500}>
                    {workflow}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">{version === 0 ? '–' : version}</Table.Td>
                <Table.Td>
                  <Group gap={4}>
                    {builtIn && (
                      <Badge variant="default" tt="none">
                        {t('builtIn')}
                      </Badge>
                    )}
                    {!builtIn && version > 0 && !retired && (
                      <Badge variant="default" tt="none">
                        {t('published')}
                      </Badge>
                    )}
                    {retired && (
                      <Badge variant="default" tt="none">
                        {t('retired')}
                      </Badge>
                    )}
                    {hasDraft && (
                      <Badge variant="light" tt="none">
                        {t('draft')}
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={making} onClose={close} size="md" title={t('new')}>
        <NewWorkflow onDone={(workflow) => router.history.push(`/settings/workflows/${workflow}`)} />
      </SideDrawer>
    </PageFrame>
  );
}
