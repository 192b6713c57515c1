import { TextInput } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { notify } from '../parts/notify';
import { queries } from '../queries';
import { type Feed, standingOf } from './feed';
import { ReplayButton } from './replay-button';

/** Pausing, going on, replaying, removing. */
export function FeedActions({ feed: { feed, ...rest } }: { readonly feed: Feed }) {
  const { t } = useTranslation('integration');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const path = { feed };
  const refresh = () => queries.invalidateQueries({ queryKey: ['feeds'] });
  const flowing = standingOf({ feed, ...rest }) === 'flowing';
  return (
    <>
      {flowing ? (
        <ConfirmButton
          label={t('feeds.pause')}
          text={t('feeds.pauseText')}
          icon={<IconPlayerPause size={16} />}
          disabled={reason.trim() === ''}
          act={async () => {
            await docket.call('pauseFeed', { path, body: { reason: reason.trim() } });
            await refresh();
          }}
        >
          <TextInput
            label={t('feeds.reason')}
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ConfirmButton>
      ) : (
        <ConfirmButton
          label={t('feeds.resume')}
          text={t('feeds.resumeText')}
          icon={<IconPlayerPlay size={16} />}
          act={async () => {
            await docket.call('resumeFeed', { path, body: {} });
            await refresh();
          }}
        />
      )}
      <ReplayButton
        feed={feed}
        onDone={async (replayed) => {
          notify({ message: t('feeds.replayed', { count: replayed }) });
          await refresh();
        }}
      />
      <ConfirmButton
        danger
        label={t('remove')}
        text={t('feeds.removeText')}
        icon={<IconTrash size={16} />}
        act={async () => {
          await docket.call('removeFeed', { path });
          router.history.push('/feeds');
          queries.removeQueries({ queryKey: ['feeds', 'one', feed] });
          await refresh();
        }}
      />
    </>
  );
}
