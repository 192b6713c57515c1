import { Button, type ButtonProps } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { opened } from './download';
import { notify } from './notify';
import { RefusalText } from './refusal-text';

interface PaperButtonProps extends ButtonProps {
  /** Of a route that answers PDF. */
  readonly path: string;
  /** Where the text alone does not say of what. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** Opens a paper of the server beside the desk. */
export function PaperButton({ path, name, children, ...look }: PaperButtonProps) {
  const { t } = useTranslation('shell');
  const { mutate, isPending } = useMutation({
    mutationFn: () => opened(() => docket.send({ method: 'GET', path }, { headers: { accept: 'application/pdf' } })),
    onError: (error) => notify({ color: 'red', title: t('notDownloaded'), message: <RefusalText error={error} /> }),
  });
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconFileTypePdf size={14} />}
      {...look}
      {...(name === undefined ? {} : { 'aria-label': name })}
      loading={isPending}
      onClick={() => mutate()}
    >
      {children}
    </Button>
  );
}
