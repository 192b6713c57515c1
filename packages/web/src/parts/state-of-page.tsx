import { Alert, Button, Center, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from './refusal-text';

/** Grey lines where content will be, so that nothing jumps when it comes. */
export function Waiting({ lines = 8, height = 28 }: { readonly lines?: number; readonly height?: number }) {
  const { t } = useTranslation('shell');
  return (
    <Stack gap="xs" role="status" aria-busy="true" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} radius="sm" />
      ))}
    </Stack>
  );
}

export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Alert color="red" icon={<IconAlertCircle />} title={t('failed')} role="alert">
      <RefusalText error={error} />
      {onRetry !== undefined && (
        <Button mt="sm" size="xs" variant="light" color="red" onClick={onRetry}>
          {t('again')}
        </Button>
      )}
    </Alert>
  );
}

interface EmptyProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

/** Nothing here: says why, and what would change it. */
export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <Center py={48}>
      <Stack align="center" gap="xs" maw={420}>
        <ThemeIcon size={48} radius="xl" variant="light" color="gray">
          {icon}
        </ThemeIcon>
        <Text fw={600}>{title}</Text>
        <Text c="dimmed" size="sm" ta="center">
          {text}
        </Text>
        {action}
      </Stack>
    </Center>
  );
}
