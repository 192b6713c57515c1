import { Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface PageFrameProps {
  readonly title: string;
  /** Beside the title, on the right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Title, actions and content of a page of the desk. */
export function PageFrame({ title, actions, children }: PageFrameProps) {
  useDocumentTitle(`${title} · Docket`);
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="wrap" mih={36}>
        <Title order={1} size="h3" fw={650}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
