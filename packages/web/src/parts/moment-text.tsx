import { Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ago, moment } from '../format/moments';

/** How long ago, with the moment itself for who points at it; a dash where there is none. */
export function MomentText({ at }: { readonly at: string | null }) {
  const { i18n } = useTranslation();
  const [now] = useState(Date.now);
  if (at === null) return <>–</>;
  return (
    <Tooltip label={moment(at, i18n.language)}>
      <Text span size="sm" component="time" dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {ago(at, now, i18n.language)}
      </Text>
    </Tooltip>
  );
}
