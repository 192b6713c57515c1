import { Badge } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useTranslation } from 'react-i18next';

type Stage = AnswerOf<'getOwnOrder'>['stage'];

const COLOUR: Readonly<Record<Stage, string>> = {
  placing: 'gray',
  paying: 'yellow',
  handling: 'blue',
  handing_over: 'blue',
  travelling: 'indigo',
  received: 'teal',
  ended: 'gray',
};

/** How far the order has come, in one word. */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation('shopper');
  return (
    <Badge color={COLOUR[stage]} variant="light" tt="none" fw={600} c="var(--mantine-color-text)">
      {t(`stage.${stage}`)}
    </Badge>
  );
}
