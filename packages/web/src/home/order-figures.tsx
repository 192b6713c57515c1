import { Card, Group, SegmentedControl, Select, SimpleGrid, Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money, shortMoney } from '../format/money';
import type { OrderSearch } from '../order-list/order-search';
import { statusText } from '../order-list/order-words';
import { Empty, Failed } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { DaysTable } from './days-table';
import { FigureBars } from './figure-bars';
import { currenciesOf, daysOf, figuresOf, type Measure, type Statistics, sumOf } from './figures-of';

/** The library of charts is larger than the rest of the page: it comes after the figures. */
const DaysChart = lazy(() => import('./days-chart').then(({ DaysChart: chart }) => ({ default: chart })));

const HEIGHT = 240;

/** Orders and money of the last 30 days: by day, by status and by channel. */
export function OrderFigures() {
  const statistics = useQuery({
    queryKey: ['orders', 'statistics'],
    queryFn: () => docket.call('getOrderStatistics', { query: {} }),
    refetchInterval: 60_000,
  });
  const { t } = useTranslation('home');
  if (statistics.isError) return <Failed error={statistics.error} onRetry={() => void statistics.refetch()} />;
  if (statistics.isPending) return <Skeleton height={HEIGHT + 120} radius="md" />;
  if (statistics.data.days.length === 0)
    return <Empty icon={<IconChartBar />} title={t('none')} text={t('noneText')} />;
  return <Figures statistics={statistics.data} />;
}

function Figures({ statistics }: { readonly statistics: Statistics }) {
  const { t, i18n } = useTranslation('home');
  const { t: word } = useTranslation('order-list');
  const maySeePrices = useMay('prices.view');
  const [of, setOf] = useState<Measure['of']>('orders');
  const [chosen, setChosen] = useState<string | null>(null);
  const [asTable, setAsTable] = useState(false);
  const currencies = currenciesOf(statistics);
  const currency = currencies.find((one) => one === chosen) ?? currencies[0] ?? 'EUR';
  const measure: Measure = of === 'money' ? { of, currency } : { of };
  const days = daysOf(statistics, measure);
  const sum = sumOf(days);
  const count = (orders: number): string => new Intl.NumberFormat(i18n.language).format(orders);
  const inMoney = (minor: number): string => money(minor, currency, i18n.language);
  const shown = of === 'money' ? inMoney : count;
  const ofTheseDays: OrderSearch = { createdFrom: `${statistics.from}T00:00:00.000Z` };
  const text =
    of === 'money'
      ? t('sum', { orders: count(sum.orders), total: inMoney(sum.money) })
      : t('sumOrders', { orders: count(sum.orders) });
  return (
    <Stack gap="md">
      <Card withBorder padding="md">
        <Group justify="space-between" mb="sm" gap="sm">
          <div>
            <Title order={2} size="md" fw={600}>
              {t('days')}
            </Title>
            <Text size="sm" c="dimmed" className="figure">
              {statistics.exact ? text : t('partOf', { text })}
            </Text>
          </div>
          <Group gap="sm">
            <Switch
              size="xs"
              label={t('asTable')}
              checked={asTable}
              onChange={(event) => setAsTable(event.currentTarget.checked)}
            />
            {of === 'money' && currencies.length > 1 && (
              <Select
                size="xs"
                w={90}
                aria-label={t('currency')}
                data={currencies}
                value={currency}
                allowDeselect={false}
                onChange={setChosen}
              />
            )}
            {maySeePrices && (
              <SegmentedControl
                size="xs"
                aria-label={t('by')}
                value={of}
                onChange={setOf}
                data={[
                  { value: 'orders', label: t('orders') },
                  { value: 'money', label: t('money') },
                ]}
              />
            )}
          </Group>
        </Group>
        {asTable ? (
          <DaysTable days={days} measure={measure} height={HEIGHT} money={inMoney} />
        ) : (
          <div role="img" aria-label={`${t('days')}: ${text}`}>
            <Suspense fallback={<Skeleton height={HEIGHT} radius="sm" />}>
              <DaysChart
                days={days}
                measure={measure}
                height={HEIGHT}
                shown={shown}
                shownShort={of === 'money' ? (minor) => shortMoney(minor, currency, i18n.language) : count}
              />
            </Suspense>
          </div>
        )}
      </Card>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <FigureBars
          title={t(of === 'money' ? 'byStatusMoney' : 'byStatus')}
          figures={figuresOf(statistics.statuses, ({ status }) => status, measure)}
          measure={measure}
          shown={shown}
          nameOf={(status) => statusText(status, 'native', word)}
          searchOf={(status) => ({ ...ofTheseDays, status: [status] })}
        />
        <FigureBars
          title={t(of === 'money' ? 'byChannel' : 'byChannelOrders')}
          figures={figuresOf(statistics.channels, ({ channel }) => channel, measure)}
          measure={measure}
          shown={shown}
          nameOf={(channel) => channel}
          searchOf={(channel) => ({ ...ofTheseDays, channel: [channel] })}
        />
      </SimpleGrid>
    </Stack>
  );
}
