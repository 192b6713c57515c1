import { Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface PageFrameProps {
  readonly title: string;
  /** Beside the title, on the right. */
  readonly actions?: ReactNode;
  /** As high as the window: what is inside scrolls by itself. */
  readonly fills?: boolean;
  readonly children: ReactNode;
}

const FILLING = 'calc(100dvh - var(--app-shell-header-height) - 2 * var(--app-shell-padding))';

/** Title, actions and content of a page of the desk. */
export function PageFrame({ title, actions, fills = false, children }: PageFrameProps) {
  useDocumentTitle(`${title} · Docket`);
  return (
    <Stack gap="md" h={fills ? FILLING : undefined}>
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
