import { Card, Skeleton, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed } from '../parts/state-of-page';

interface WaitingTileProps {
  /** Its title and its explanation among the texts of home. */
  readonly name: string;
  readonly asked: { readonly isPending: boolean; readonly error: Error | null; refetch(): unknown };
  readonly count: number;
  /** False: there are more. */
  readonly exact: boolean;
  readonly to: string;
  readonly search?: object;
}

/** One thing that needs a person: how often, and the way there. */
export function WaitingTile({ name, asked, count, exact, to, search = {} }: WaitingTileProps) {
  const { t, i18n } = useTranslation('home');
  if (asked.error !== null) return <Failed error={asked.error} onRetry={() => void asked.refetch()} />;
  const figure = new Intl.NumberFormat(i18n.language).format(count);
  return (
    <Card component={Link} to={to} search={search as never} withBorder padding="sm" c="inherit">
      <Title order={2} size="sm" fw={600}>
        {t(name)}
      </Title>
      <Skeleton visible={asked.isPending}>
        <Text fz={28} fw={650} c={count === 0 ? 'dimmed' : 'var(--mantine-color-text)'} className="figure">
          {exact ? figure : t('exact', { count: figure as never })}
        </Text>
      </Skeleton>
      <Text size="xs" c="dimmed">
        {t(`${name}Text`)}
      </Text>
    </Card>
  );
}
