import { Box, Group, ScrollArea, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { IconClock, IconFlag, IconHourglass, IconLock, IconPlayerPlay } from '@tabler/icons-react';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BOX, layeredLayout } from './layered-layout';
import { StepDetails } from './step-details';
import classes from './workflow-graph.module.css';
import { edgesOf, isSetAtWill, type Step, stepsOf, type WorkflowTable } from './workflow-table';
import { useWorkflowWords } from './workflow-words';

interface WorkflowGraphProps {
  readonly table: WorkflowTable;
  readonly isBuiltIn: boolean;
}

/** A workflow drawn from its start down; pointing at a step shows what leads in and out of it. */
export function WorkflowGraph({ table, isBuiltIn }: WorkflowGraphProps) {
  const { t } = useTranslation('workflows');
  const steps = stepsOf(table);
  const words = useWorkflowWords(isBuiltIn, steps);
  const layout = useMemo(() => layeredLayout(Object.keys(stepsOf(table)), table.start ?? '', edgesOf(table)), [table]);
  const [pointed, setPointed] = useState<string | null>(null);
  const [chosen, setChosen] = useState(table.start ?? '');
  const arrow = useId();
  const frame = useRef<HTMLDivElement>(null);
  // On a narrow screen the start is in sight, however wide the picture is.
  useLayoutEffect(() => {
    const start = layout.boxes.get(table.start ?? '');
    if (frame.current === null || start === undefined) return;
    frame.current.scrollLeft = start.x + (BOX.width - frame.current.clientWidth) / 2;
  }, [layout, table]);
  const shown = pointed ?? chosen;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} className={classes['halves'] ?? ''}>
      <div>
        <ScrollArea
          type="auto"
          offsetScrollbars
          viewportRef={frame}
          viewportProps={{ tabIndex: 0, 'aria-label': t('picture') }}
        >
          <Box
            className={classes['picture'] ?? ''}
            role="group"
            aria-label={t('picture')}
            w={layout.width}
            h={layout.height}
            onMouseLeave={() => setPointed(null)}
          >
            <svg width={layout.width} height={layout.height} aria-hidden focusable="false">
              <defs>
                {['usual', 'lit'].map((kind) => (
                  <marker
                    key={kind}
                    id={`${arrow}-${kind}`}
                    viewBox="0 0 8 8"
                    refX="7"
                    refY="4"
                    markerUnits="userSpaceOnUse"
                    markerWidth="9"
                    markerHeight="9"
                    orient="auto"
                  >
                    <path d="M0 0 L8 4 L0 8 z" className={classes[`arrow-${kind}`] ?? ''} />
                  </marker>
                ))}
              </defs>
              {[...layout.edges]
                .map((edge) => ({ ...edge, isLit: edge.from === shown || edge.to === shown }))
                // What is lit lies over the rest.
                .sort((a, b) => Number(a.isLit) - Number(b.isLit))
                .map(({ from, to, path, isBack, isLit }) => (
                  <path
                    key={`${from}\n${to}`}
                    d={path}
                    className={classes['edge'] ?? ''}
                    data-lit={isLit || undefined}
                    data-back={isBack || undefined}
                    markerEnd={`url(#${arrow}-${isLit ? 'lit' : 'usual'})`}
                  />
                ))}
            </svg>
            {[...layout.boxes].map(([name, { x, y }]) => (
              <UnstyledButton
                key={name}
                className={classes['step'] ?? ''}
                style={{ left: x, top: y, width: BOX.width, height: BOX.height }}
                data-kind={steps[name]?.kind}
                data-cancelled={steps[name]?.flags?.cancelled === true || undefined}
                data-shown={name === shown || undefined}
                aria-pressed={name === chosen}
                title={words.step(name, steps[name])}
                onMouseEnter={() => setPointed(name)}
                onFocus={() => setChosen(name)}
                onClick={() => setChosen(name)}
              >
                <StepIcon step={steps[name]} isStart={name === table.start} />
                <Text size="xs" fw={500} lh={1.2} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                  {words.step(name, steps[name])}
                </Text>
              </UnstyledButton>
            ))}
          </Box>
        </ScrollArea>
        {isSetAtWill(table) && (
          <Text size="sm" c="dimmed">
            {t('atWill')}
          </Text>
        )}
        <Legend />
      </div>
      <StepDetails name={shown} table={table} words={words} />
    </SimpleGrid>
  );
}

const SIZE = 14;

function StepIcon({ step, isStart }: { readonly step: Step | undefined; readonly isStart: boolean }) {
  const icon = { size: SIZE, 'aria-hidden': true, style: { flexShrink: 0 } } as const;
  if (isStart) return <IconPlayerPlay {...icon} />;
  if (step?.kind === 'final') return <IconFlag {...icon} />;
  if (step?.kind === 'timer') return <IconClock {...icon} />;
  if (step?.kind === 'waits') return <IconHourglass {...icon} />;
  return step?.locked === true ? <IconLock {...icon} /> : null;
}

function Legend() {
  const { t } = useTranslation('workflows');
  const marks = [
    [IconPlayerPlay, 'start'],
    [IconHourglass, 'waits'],
    [IconClock, 'timer'],
    [IconLock, 'locked'],
    [IconFlag, 'final'],
  ] as const;
  return (
    <Group gap="md" mt="xs" c="dimmed">
      {marks.map(([Icon, name]) => (
        <Group key={name} gap={4} wrap="nowrap">
          <Icon size={SIZE} aria-hidden />
          <Text size="xs">{t(`legend.${name}`)}</Text>
        </Group>
      ))}
    </Group>
  );
}
