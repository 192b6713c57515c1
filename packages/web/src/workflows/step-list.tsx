import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../parts/listed';
import { Outgoing } from './step-details';
import { stepsOf, type WorkflowTable } from './workflow-table';
import { useWorkflowWords } from './workflow-words';

/** The same as the picture, in words: every step, and what leads out of it. */
export function StepList({ table, isBuiltIn }: { readonly table: WorkflowTable; readonly isBuiltIn: boolean }) {
  const { t } = useTranslation('workflows');
  const steps = stepsOf(table);
  const words = useWorkflowWords(isBuiltIn, steps);
  return (
    <ListTable minWidth={560} columns={[{ name: t('step') }, { name: t('kind') }, { name: t('leadsOut') }]}>
      {Object.entries(steps).map(([name, step]) => (
        <Table.Tr key={name} style={{ verticalAlign: 'top' }}>
          <Table.Td>
            <Text size="sm" fw={500}>
              {words.step(name, step)}
            </Text>
            <Text size="xs" c="dimmed">
              {name}
            </Text>
          </Table.Td>
          <Table.Td>
            {name === table.start ? `${t('legend.start')} · ` : ''}
            {words.kind(step)}
          </Table.Td>
          <Table.Td>
            <Outgoing name={name} table={table} words={words} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
