import { Anchor, Button, SegmentedControl, Table, Text } from '@mantine/core';
import { IconChecklist, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Refused } from '../parts/refused';
import { Empty } from '../parts/state-of-page';
import { queries } from '../queries';
import { useMay } from '../session/session';

/** What Docket could not do by itself, and what waits for its time. */
export function TasksPage() {
  const { t } = useTranslation('integration');
  const mayEdit = useMay('tasks.edit');
  const [state, setState] = useState<'failed' | 'waiting'>('failed');
  const pages = useInfiniteQuery({
    queryKey: ['tasks', state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listTasks', { query: { state, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const retry = useMutation({
    mutationFn: (taskId: string) => docket.call('retryTask', { path: { taskId }, body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (
    <PageFrame
      title={t('tasks.title')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('state')}
          value={state}
          onChange={setState}
          data={[
            { value: 'failed', label: t('tasks.failed') },
            { value: 'waiting', label: t('tasks.waiting') },
          ]}
        />
      }
    >
      <Refused error={retry.error} />
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={
          <Empty
            icon={<IconChecklist />}
            title={t(state === 'failed' ? 'tasks.noneFailed' : 'tasks.noneWaiting')}
            text={t(state === 'failed' ? 'tasks.noneFailedText' : 'tasks.noneWaitingText')}
          />
        }
      >
        {(rows) => (
          <ListTable
            minWidth={640}
            columns={[
              { name: t('tasks.task') },
              { name: t('tasks.tries'), figures: true },
              { name: t(state === 'failed' ? 'tasks.failedAt' : 'tasks.due') },
              { name: t('tasks.error') },
              { name: '' },
            ]}
          >
            {rows.map((task) => (
              <Table.Tr key={task.taskId}>
                <Table.Td>
                  <Text size="sm" fw={500}>
                    {task.kind}
                  </Text>
                  {task.orderId === null ? (
                    <Text size="xs" c="dimmed">
                      {task.key}
                    </Text>
                  ) : (
                    <Anchor component={Link} to={`/orders/${encodeURIComponent(task.orderId)}`} size="xs">
                      {task.key}
                    </Anchor>
                  )}
                </Table.Td>
                <Table.Td ta="right">{task.attempts}</Table.Td>
                <Table.Td>
                  <MomentText at={task.failedAt ?? task.due} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
                    {task.lastError ?? '–'}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  {mayEdit && task.state === 'failed' && (
                    <Button
                      size="xs"
                      variant="light"
                      leftSection={<IconRefresh size={14} />}
                      loading={retry.isPending && retry.variables === task.taskId}
                      onClick={() => retry.mutate(task.taskId)}
                    >
                      {t('tasks.retry')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
    </PageFrame>
  );
}
