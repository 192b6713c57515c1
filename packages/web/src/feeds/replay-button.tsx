import { NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';

interface ReplayButtonProps {
  readonly feed: string;
  readonly onDone: (replayed: number) => Promise<void>;
}

/** Gives items out again from a number on, or from the first that came in at a time or later. */
export function ReplayButton({ feed, onDone }: ReplayButtonProps) {
  const { t } = useTranslation('integration');
  const [by, setBy] = useState<'number' | 'time'>('number');
  const [from, setFrom] = useState<string | number>(1);
  const [time, setTime] = useState('');
  return (
    <ConfirmButton
      label={t('feeds.replay')}
      text={t('feeds.replayText')}
      icon={<IconHistory size={16} />}
      disabled={by === 'number' ? Number(from) < 1 : time === ''}
      act={async () => {
        const first = by === 'number' ? Number(from) : await numberAt(feed, new Date(time).toISOString());
        if (first === null) return onDone(0);
        const { replayed } = await docket.call('replayFeed', { path: { feed }, body: { from: first } });
        return onDone(replayed);
      }}
    >
      <SegmentedControl
        aria-label={t('feeds.replayFrom')}
        value={by}
        onChange={setBy}
        data={[
          { value: 'number', label: t('feeds.number') },
          { value: 'time', label: t('feeds.time') },
        ]}
      />
      {by === 'number' ? (
        <NumberInput label={t('feeds.number')} min={1} value={from} onChange={setFrom} />
      ) : (
        <TextInput
          label={t('feeds.time')}
          type="datetime-local"
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      )}
    </ConfirmButton>
  );
}

/** The first item that came in at the instant or later; null where none did. Items come by number, and so by time. */
async function numberAt(feed: string, instant: string): Promise<number | null> {
  for await (const item of docket.all('listFeedItems', { path: { feed }, query: { limit: 1_000 } })) {
    if (item.createdAt >= instant) return item.sequence;
  }
  return null;
}
