import { Badge, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCheck, IconMapPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { eventsQuery, type Order, type OrderEvent, workflowQuery } from './order-queries';

type Instance = Order['instances'][number];

interface WorkflowPictureProps {
  readonly order: Order;
  /** The history is asked anew when the order itself has moved, not when somebody looks at a version of it. */
  readonly presentVersion: number;
}

/** The way that each side of the order has come, where it stands, and where it may go from there. */
export function WorkflowPicture({ order, presentVersion }: WorkflowPictureProps) {
  const { t } = useTranslation('order');
  if (order.instances.length === 0) return null;
  return (
    <Paper component="section" withBorder radius="md" p="md" aria-label={t('workflow.title')}>
      <Title order={2} size="h5" fw={600} mb="sm">
        {t('workflow.title')}
      </Title>
      <Stack gap="sm">
        {order.instances.map((instance) => (
          <InstancePath key={instance.domain} order={order} instance={instance} presentVersion={presentVersion} />
        ))}
      </Stack>
    </Paper>
  );
}

interface InstancePathProps extends WorkflowPictureProps {
  readonly instance: Instance;
}

function InstancePath({ order, instance, presentVersion }: InstancePathProps) {
  const { t, i18n } = useTranslation('order');
  const events = useQuery(eventsQuery(order.orderId, presentVersion));
  const workflow = useQuery(workflowQuery(instance.table, instance.version));
  const steps = stepsOf(workflow.data);
  const label = (step: string): string => steps[step]?.label ?? step;
  const walked = waysWalked(events.data?.events ?? [], instance.domain, order.version);
  const onward = onwardFrom(steps[instance.step]);
  return (
    <Group gap="sm" wrap="wrap" align="center" mih={52}>
      <Box w={{ base: '100%', sm: 104 }}>
        <Text size="xs" c="dimmed">
          {t(`workflow.domain.${instance.domain}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {instance.table} {instance.version}
        </Text>
      </Box>
      <Group gap={6} component="ol" m={0} p={0} style={{ listStyle: 'none', flex: 1 }} aria-label={t('workflow.path')}>
        {walked.map((step, place) => (
          <Fragment key={`${step} ${place}`}>
            <li>
              <Badge variant="light" color="gray" tt="none" leftSection={<IconCheck size={12} aria-hidden />}>
                {label(step)}
              </Badge>
            </li>
            <li aria-hidden>
              <IconArrowRight size={14} color="var(--mantine-color-dimmed)" />
            </li>
          </Fragment>
        ))}
        <li aria-current="step">
          <Badge size="lg" tt="none" leftSection={<IconMapPin size={14} aria-hidden />}>
            {label(instance.step)}
          </Badge>
        </li>
        {onward.length > 0 && (
          <li aria-hidden>
            <IconArrowRight size={14} color="var(--mantine-color-dimmed)" />
          </li>
        )}
        {onward.map(({ step, triggers }) => (
          <li key={step} title={triggers.map((trigger) => trigger.replaceAll(/[_:]/g, ' ')).join(', ')}>
            <Badge variant="outline" color="gray" tt="none" style={{ borderStyle: 'dashed' }}>
              {step === BACK ? t('workflow.back') : label(step)}
            </Badge>
          </li>
        ))}
        <Text component="li" size="xs" c="dimmed">
          {t('workflow.since', { at: moment(instance.since, i18n.language) })}
        </Text>
      </Group>
    </Group>
  );
}

interface Step {
  readonly label?: string;
  readonly next?: Move;
  readonly on?: Readonly<Record<string, Move>>;
}
type Move = string | { readonly to?: string; readonly unanswered?: string; readonly back?: true };

const stepsOf = (table: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, Step>> =>
  (table?.['steps'] ?? {}) as Record<string, Step>;

/** The way back to where an open question interrupted it. */
const BACK = '…back';

/** Steps that the table names after this one, each once, with what leads there. */
function onwardFrom(step: Step | undefined): readonly { readonly step: string; readonly triggers: string[] }[] {
  const found = new Map<string, string[]>();
  const moves = Object.entries({ ...step?.on, ...(step?.next === undefined ? {} : { next: step.next }) });
  for (const [trigger, move] of moves) {
    const to = typeof move === 'string' ? move : move.back === true ? BACK : (move.to ?? move.unanswered);
    if (to !== undefined) found.set(to, [...(found.get(to) ?? []), trigger]);
  }
  return [...found].map(([to, triggers]) => ({ step: to, triggers }));
}

/** The steps that one side has left, oldest first, as its events record them. */
function waysWalked(newestFirst: readonly OrderEvent[], domain: string, version: number): readonly string[] {
  return newestFirst
    .filter((event) => event.version <= version)
    .reverse()
    .flatMap(({ data }) => (data as { readonly moves?: readonly RecordedMove[] } | null)?.moves ?? [])
    .flatMap(({ instance, from }) => (instance === domain && from !== null ? [from] : []));
}

interface RecordedMove {
  readonly instance: string;
  readonly from: string | null;
  readonly to: string;
}
