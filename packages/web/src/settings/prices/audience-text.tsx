import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../../format/moments';

interface AudienceTextProps {
  readonly of: {
    readonly stores?: readonly string[];
    readonly channels?: readonly string[];
    readonly groups?: readonly string[];
    readonly organisations?: readonly string[];
  };
}

/** Whom something is for, in one line. */
export function AudienceText({
  of: { organisations = [], groups = [], stores = [], channels = [] },
}: AudienceTextProps) {
  const { t } = useTranslation('pricing');
  const named = [...organisations, ...groups, ...stores, ...channels];
  return (
    <Text size="sm" {...(named.length === 0 ? { c: 'dimmed' } : {})} style={{ overflowWrap: 'anywhere' }}>
      {named.length === 0 ? t('forAll') : named.join(', ')}
    </Text>
  );
}

interface ValidityTextProps {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** From when until when, in one line. */
export function ValidityText({ validFrom, validUntil }: ValidityTextProps) {
  const { t, i18n } = useTranslation('pricing');
  if (validFrom === null && validUntil === null) return <>–</>;
  const from = validFrom === null ? '' : moment(validFrom, i18n.language);
  const until = validUntil === null ? '' : moment(validUntil, i18n.language);
  if (validUntil === null) return <>{t('since', { from })}</>;
  return <>{validFrom === null ? t('until', { until }) : `${from} – ${until}`}</>;
}
