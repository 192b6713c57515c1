import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloaded } from './download';
import { notify } from './notify';
import { RefusalText } from './refusal-text';

interface DownloadButtonProps {
  /** Of a route that answers CSV. */
  readonly path: string;
  /** The name of the file, where the answer brings none. */
  readonly file: string;
  readonly size?: 'md' | 'lg';
}

/** Takes what is shown away as a CSV file. */
export function DownloadButton({ path, file, size = 'md' }: DownloadButtonProps) {
  const { t } = useTranslation('shell');
  const { mutate, isPending } = useMutation({
    mutationFn: () => downloaded(path, file),
    onError: (error) => notify({ color: 'red', title: t('notDownloaded'), message: <RefusalText error={error} /> }),
  });
  return (
    <Tooltip label={t('downloadCsv')}>
      <ActionIcon
        variant="default"
        size={size}
        aria-label={t('downloadCsv')}
        loading={isPending}
        onClick={() => mutate()}
      >
        <IconDownload size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
