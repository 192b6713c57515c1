import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import { calendarDay } from '../format/moments';
import { type Figure, heightOf, type Measure } from './figures-of';

interface DaysChartProps {
  readonly days: readonly Figure[];
  readonly measure: Measure;
  /** Pixels. */
  readonly height: number;
  readonly shown: (height: number) => string;
  /** For the axis, where there is little room. */
  readonly shownShort: (height: number) => string;
}

/** One bar a day. Its figures stand in the table beside it for who does not see it. */
export function DaysChart({ days, measure, height, shown, shownShort }: DaysChartProps) {
  const { t, i18n } = useTranslation('home');
  const name = t(measure.of);
  const short = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <BarChart
      h={height}
      data={days.map((figure) => ({ day: figure.name, [name]: heightOf(figure, measure) }))}
      dataKey="day"
      series={[{ name, color: 'var(--docket-bar)' }]}
      valueFormatter={shown}
      tickLine="none"
      gridAxis="x"
      barProps={{ radius: [3, 3, 0, 0], isAnimationActive: false }}
      barChartProps={{ accessibilityLayer: false, margin: { left: 0, right: 4, top: 8, bottom: 0 } }}
      xAxisProps={{ tickFormatter: (at: string) => short.format(new Date(at)), minTickGap: 28 }}
      yAxisProps={{ tickFormatter: shownShort, width: 56, allowDecimals: measure.of === 'money' }}
      tooltipProps={{ labelFormatter: (at) => (typeof at === 'string' ? calendarDay(at, i18n.language) : null) }}
    />
  );
}
