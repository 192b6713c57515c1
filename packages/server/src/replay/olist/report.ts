import type { Difference, Outcome } from './outcome.js';
import {
  freightOf,
  goodsOf,
  OLIST_STATUSES,
  type OlistRecord,
  type OlistStatus,
  paidOf,
  type Rejection,
} from './record.js';
import { SPECIAL_CASES } from './special-cases.js';

/** Sums of one status. Money is BRL cents. */
interface Sums {
  readonly orders: number;
  /** Price and freight of the pieces. */
  readonly goodsAndFreight: number;
  readonly paid: number;
}

interface StatusSums {
  readonly status: OlistStatus;
  /** Of the records that carry this status in the files. */
  readonly files: Sums;
  /** Of the orders that ended here in Docket, whatever their record says. */
  readonly docket: Sums;
  /** Docket less files. */
  readonly difference: Sums;
}

export interface ReplayReport {
  readonly directory: string;
  readonly url: string;
  readonly startedAt: string;
  readonly seconds: number;
  /** Records that could be read. */
  readonly records: number;
  readonly placed: number;
  /** Orders that an earlier run had placed. */
  readonly found: number;
  /** Sent beside the placements. */
  readonly commands: number;
  readonly piecesAddedToStock: number;
  /** True: every record is an order, every count, sum and field as in the files. */
  readonly equal: boolean;
  readonly statuses: readonly StatusSums[];
  readonly docketStatuses: readonly {
    readonly status: string;
    readonly orders: number;
    readonly total: number;
    readonly adjustments: number;
    readonly due: number;
    readonly overpaid: number;
  }[];
  readonly specialCases: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly orders: readonly { readonly olistId: string; readonly orderId: string | null; readonly detail: string }[];
  }[];
  readonly differences: readonly Difference[];
  readonly rejected: readonly Rejection[];
  readonly orphanRows: number;
}

export interface ReplayFacts {
  readonly records: readonly OlistRecord[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly differences: readonly Difference[];
  readonly rejected: readonly Rejection[];
  readonly orphanRows: number;
}

type Run = Omit<
  ReplayReport,
  'records' | 'equal' | 'statuses' | 'docketStatuses' | 'specialCases' | 'differences' | 'rejected' | 'orphanRows'
>;

/** Compares what the files say with what Docket shows. Nothing that is special, different or missing is left out. */
export function reportOf(
  run: Run,
  { records, outcomes, differences, rejected, orphanRows }: ReplayFacts,
): ReplayReport {
  const shown = [...outcomes.values()];
  const statuses = OLIST_STATUSES.map((status): StatusSums => {
    const ofFiles = records.filter((record) => record.status === status);
    const ofDocket = shown.filter((outcome) => outcome.status === status);
    const files = {
      orders: ofFiles.length,
      goodsAndFreight: sum(ofFiles.map((record) => goodsOf(record) + freightOf(record))),
      paid: sum(ofFiles.map(paidOf)),
    };
    const docket = {
      orders: ofDocket.length,
      goodsAndFreight: sum(ofDocket.map(({ goodsAndFreight }) => goodsAndFreight)),
      paid: sum(ofDocket.map(({ paid }) => paid)),
    };
    const difference = {
      orders: docket.orders - files.orders,
      goodsAndFreight: docket.goodsAndFreight - files.goodsAndFreight,
      paid: docket.paid - files.paid,
    };
    return { status, files, docket, difference };
  });
  const sumsEqual = statuses.every(({ difference }) => Object.values(difference).every((value) => value === 0));
  const complete = rejected.length === 0 && orphanRows === 0 && outcomes.size === records.length;
  return {
    ...run,
    records: records.length,
    equal: sumsEqual && complete && differences.length === 0,
    statuses,
    docketStatuses: docketStatusesOf(shown),
    specialCases: SPECIAL_CASES.map(({ name, meaning, of }) => ({
      name,
      meaning,
      orders: records.flatMap((record) => {
        const detail = of(record);
        const { olistId } = record;
        return detail === null ? [] : [{ olistId, orderId: outcomes.get(olistId)?.orderId ?? null, detail }];
      }),
    })),
    differences,
    rejected,
    orphanRows,
  };
}

function docketStatusesOf(outcomes: readonly Outcome[]): ReplayReport['docketStatuses'] {
  return [...new Set(outcomes.map(({ docketStatus }) => docketStatus))].sort().map((status) => {
    const here = outcomes.filter(({ docketStatus }) => docketStatus === status);
    return {
      status,
      orders: here.length,
      total: sum(here.map(({ total }) => total)),
      adjustments: sum(here.map(({ adjustments }) => adjustments)),
      due: sum(here.map(({ due }) => Math.max(due, 0))),
      overpaid: sum(here.map(({ due }) => Math.max(-due, 0))),
    };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The report for a terminal: sums by status, what they became, every special case with its orders. */
export function renderReport(report: ReplayReport): string {
  const { statuses, seconds, placed, commands } = report;
  const total = (pick: (row: StatusSums) => Sums): Sums => ({
    orders: sum(statuses.map((row) => pick(row).orders)),
    goodsAndFreight: sum(statuses.map((row) => pick(row).goodsAndFreight)),
    paid: sum(statuses.map((row) => pick(row).paid)),
  });
  const row = (name: string, files: Sums, docket: Sums, difference: Sums): string[] => [
    name,
    String(files.orders),
    money(files.goodsAndFreight),
    money(files.paid),
    String(docket.orders),
    money(docket.goodsAndFreight),
    money(docket.paid),
    `${difference.orders} / ${money(difference.goodsAndFreight)} / ${money(difference.paid)}`,
  ];
  const all = row(
    'all',
    total(({ files }) => files),
    total(({ docket }) => docket),
    total(({ difference }) => difference),
  );
  return [
    `${report.records} records: ${placed} placed, ${report.found} found placed, ${commands} commands in ${seconds} s`,
    '',
    ...table([
      ['status (BRL)', 'records', 'price+freight', 'paid', 'in Docket', 'price+freight', 'paid', 'difference'],
      ...statuses.map(({ status, files, docket, difference }) => row(status, files, docket, difference)),
      all,
    ]),
    '',
    ...table([
      ['in Docket', 'orders', 'total', 'of it adjusted', 'due', 'overpaid'],
      ...report.docketStatuses.map(({ status, orders, total: value, adjustments, due, overpaid }) => [
        status,
        String(orders),
        money(value),
        money(adjustments),
        money(due),
        money(overpaid),
      ]),
    ]),
    '',
    ...report.specialCases.flatMap(({ name, meaning, orders }) =>
      orders.length === 0
        ? []
        : [
            `${name}: ${orders.length} (${meaning})`,
            ...orders.map(({ olistId, orderId, detail }) =>
              `  ${olistId} ${orderId ?? 'not placed'} ${detail}`.trimEnd(),
            ),
          ],
    ),
    '',
    ...report.differences.map(
      ({ olistId, orderId, field, files, docket }) =>
        `DIFFERENT ${olistId} ${orderId}: ${field} is ${files} in the files and ${docket} in Docket`,
    ),
    ...report.rejected.map(({ olistId, reason }) => `REJECTED ${olistId}: ${reason}`),
    ...(report.orphanRows === 0
      ? []
      : [`REJECTED ${report.orphanRows} rows of orders that are not in the orders file`]),
    report.equal ? 'Docket and the files agree.' : 'Docket and the files DIFFER.',
    '',
  ].join('\n');
}

/** Cents as `1,234.56`. */
function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** Columns padded to their widest cell: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
