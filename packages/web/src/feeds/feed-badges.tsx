import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Feed, standingOf } from './feed';

const COLOURS = { stopped: 'red', paused: 'yellow', resting: 'orange', flowing: 'teal' } as const;

export function StandingBadge({ feed }: { readonly feed: Feed }) {
  const { t } = useTranslation('integration');
  const standing = standingOf(feed);
  return (
    <Badge variant="dot" color={COLOURS[standing]} tt="none" fw={500}>
      {t(`feeds.standing.${standing}`)}
    </Badge>
  );
}

export function KindBadge({ feed }: { readonly feed: Feed }) {
  const { t } = useTranslation('integration');
  return (
    <Badge variant="default" tt="none" fw={500}>
      {t(feed.hook === null ? 'feeds.feed' : 'feeds.hook')}
    </Badge>
  );
}
