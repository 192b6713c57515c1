import { Box } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from '../parts/state-of-page';

export function BrokenPage({ error, reset }: ErrorComponentProps) {
  return (
    <Box p="lg">
      <Failed error={error} onRetry={reset} />
    </Box>
  );
}
