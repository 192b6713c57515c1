import { Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** Beside the title, on the right. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of the order, under its own heading. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" mih={22}>
          <Title order={2} size="h5" fw={600}>
            {title}
          </Title>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
