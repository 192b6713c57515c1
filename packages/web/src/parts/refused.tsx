import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { RefusalText } from './refusal-text';

/** Where something was tried, why it did not happen; nothing while all is well. */
export function Refused({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <Alert color="red" icon={<IconAlertCircle />} role="alert" py="xs">
      <RefusalText error={error} />
    </Alert>
  );
}
