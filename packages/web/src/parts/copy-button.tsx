import { Button, type ButtonProps } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text';
import { notify } from './notify';

interface CopyButtonProps extends ButtonProps {
  /** What is copied. */
  readonly value: string;
}

/** A button that copies a text, and says whether it did. */
export function CopyButton({ value, ...look }: CopyButtonProps) {
  const { t } = useTranslation('shell');
  const [copied, setCopied] = useState(false);
  const { start: forget } = useTimeout(() => setCopied(false), 2_000);
  const copy = async (): Promise<void> => {
    const done = await copyText(value);
    setCopied(done);
    if (done) forget();
    else notify({ color: 'red', message: t('notCopied') });
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      onClick={() => void copy()}
      {...look}
    >
      {t(copied ? 'copied' : 'copy')}
    </Button>
  );
}
