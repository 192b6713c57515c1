import { Code, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stepsOf, transitionsFrom, type WorkflowTable } from './workflow-table';
import type { WorkflowWords } from './workflow-words';

interface StepDetailsProps {
  readonly name: string;
  readonly table: WorkflowTable;
  readonly words: WorkflowWords;
}

/** What leads out of a step, and who may send what meanwhile. */
export function StepDetails({ name, table, words }: StepDetailsProps) {
  const { t } = useTranslation(['workflows', 'order']);
  const step = stepsOf(table)[name];
  if (step === undefined) return null;
  const commands = Object.entries(step.commands ?? {});
  return (
    <Paper withBorder p="md" mih={260} pos={{ lg: 'sticky' }} top={{ lg: 72 }} component="section" aria-live="polite">
      <Title order={2} size="h5">
        {words.step(name, step)}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        <Code>{name}</Code> {words.kind(step)}
        {step.locked === true && ` · ${t('legend.locked')}`}
      </Text>
      <Text size="sm" fw={600}>
        {t('leadsOut')}
      </Text>
      <Outgoing name={name} table={table} words={words} />
      {commands.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm">
            {t('commands')}
          </Text>
          <Text size="sm">
            {commands
              .map(([command, actors]) => {
                const what = t(`order:command.${command}`, { defaultValue: t(`timers.${command}`, command) });
                if (actors.includes('staff')) return what;
                return `${what} (${actors.map((actor) => t(`actors.${actor}`, actor)).join(', ')})`;
              })
              .join(' · ')}
          </Text>
        </>
      )}
    </Paper>
  );
}

export function Outgoing({ name, table, words }: StepDetailsProps) {
  const { t } = useTranslation('workflows');
  const step = stepsOf(table)[name];
  const transitions = transitionsFrom(name, step);
  if (transitions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('nothingLeadsOut')}
      </Text>
    );
  }
  return (
    <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
      {transitions.map((transition) => (
        <Text component="li" size="sm" key={transition.trigger}>
          {words.trigger(transition, step)}{' '}
          <Text span size="sm" c="dimmed">
            → {words.target(transition)}
          </Text>
        </Text>
      ))}
    </Stack>
  );
}
