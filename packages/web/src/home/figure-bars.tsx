import { Card, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrderSearch } from '../order-list/order-search';
import classes from './figure-bars.module.css';
import { type Figure, heightOf, type Measure } from './figures-of';

interface FigureBarsProps {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly measure: Measure;
  readonly shown: (height: number) => string;
  readonly nameOf: (name: string) => string;
  /** The orders that a bar counts, as the list finds them. */
  readonly searchOf: (name: string) => OrderSearch;
}

const MOST = 8;

/** The highest figures as bars beside their names, each the way to its orders; the rest is one line. */
export function FigureBars({ title, figures, measure, shown, nameOf, searchOf }: FigureBarsProps) {
  const { t } = useTranslation('home');
  const first = figures.slice(0, figures.length > MOST ? MOST - 1 : MOST);
  const rest = figures.slice(first.length).reduce((sum, figure) => sum + heightOf(figure, measure), 0);
  const highest = Math.max(1, ...figures.map((figure) => heightOf(figure, measure)));
  return (
    <Card withBorder padding="md">
      <Title order={3} size="sm" fw={600} mb="sm">
        {title}
      </Title>
      <Stack gap={2} component="ul" m={0} p={0}>
        {first.map((figure) => (
          <li key={figure.name} className={classes.row}>
            <Link to="/orders" search={searchOf(figure.name) as never} className={classes.link}>
              <span className={classes.name}>{nameOf(figure.name)}</span>
              <span className={classes.track}>
                <span
                  className={classes.bar}
                  style={{ width: `${Math.max(0.5, (heightOf(figure, measure) / highest) * 100)}%` }}
                />
              </span>
              <span className={classes.figure}>{shown(heightOf(figure, measure))}</span>
            </Link>
          </li>
        ))}
        {rest > 0 && (
          <Text component="li" size="sm" c="dimmed" className={`${classes.row} ${classes.others}`}>
            {t('othersSum', { others: figures.length - first.length, sum: shown(rest) })}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
