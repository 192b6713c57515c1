import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** How the numbers of a pool are read; a pg.Pool is one. */
interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export type TaskOutcome = 'done' | 'failed' | 'given_up';

/** Tasks of one kind, over all accounts. */
export interface TaskCounts {
  readonly kind: string;
  /** Their time has come, and nobody has settled them yet. */
  readonly due: number;
  readonly givenUp: number;
  /** Of the task that has been due for longest; 0 where none is. */
  readonly oldestSeconds: number;
}

/** How far one who follows the log is behind, over all accounts. */
export interface FollowerLag {
  /** `feeds`: feeds and hooks; `order_counts`: the counts and sums of the order list. */
  readonly follower: string;
  readonly events: number;
}

/**
 * The counters of one process. Each server has its own registry, so that a test may build several. Every label has few
 * values: patterns of routes, codes of catalogues, names of commands and kinds, never an id.
 */
export interface Metrics {
  readonly registry: Registry;
  /** A request was answered; `route` is the pattern, never the address. */
  request(method: string, route: string, status: number, seconds: number): void;
  placed(seconds: number): void;
  refused(code: string): void;
  command(name: string, outcome: 'accepted' | 'replayed' | 'refused' | 'failed'): void;
  committed(units: number): void;
  task(kind: string, outcome: TaskOutcome): void;
  watchPool(name: string, pool: PoolCounts): void;
  /** @param waiting units that no commit has taken up yet */
  watchCommitter(waiting: () => number): void;
  /** @param count asked at each scrape; what it fails with is left out */
  watchTasks(count: () => Promise<readonly TaskCounts[]>): void;
  /** @param count asked at each scrape; what it fails with is left out */
  watchLag(count: () => Promise<readonly FollowerLag[]>): void;
  /** @param count asked at each scrape; what it fails with is left out */
  watchPaymentAlarms(count: () => Promise<number>): void;
}

export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'docket_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.versions.node }, 1);
  const requests = new Histogram({
    name: 'docket_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const placements = new Histogram({
    name: 'docket_placement_seconds',
    help: 'Time from the parsed body of a placement to its answer.',
    buckets: [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1, 4],
    registers,
  });
  const refusals = new Counter({
    name: 'docket_refusals_total',
    help: 'Requests answered with a problem, by code.',
    labelNames: ['code'],
    registers,
  });
  const commands = new Counter({
    name: 'docket_commands_total',
    help: 'Commands on orders, from requests and from timers. failed: by a bug, or the database was away.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const batches = new Histogram({
    name: 'docket_commit_batch_units',
    help: 'Units that one commit wrote.',
    buckets: [1, 2, 4, 8, 12, 16, 20],
    registers,
  });
  const tasks = new Counter({
    name: 'docket_tasks_run_total',
    help: 'Tasks that this process ran. failed: will be tried again; given_up: a person has to look.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const pools = new Map<string, PoolCounts>();
  new Gauge({
    name: 'docket_pool_connections',
    help: 'Database connections, by pool and state; waiting counts requests without one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of pools) {
        this.set({ pool, state: 'total' }, totalCount);
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'waiting' }, waitingCount);
      }
    },
  });
  let unitsWaiting = (): number => 0;
  new Gauge({
    name: 'docket_commit_waiting_units',
    help: 'Units that wait for a commit to take them up.',
    registers,
    collect() {
      this.set(unitsWaiting());
    },
  });
  let countTasks: () => Promise<readonly TaskCounts[]> = () => Promise.resolve([]);
  let counting: Promise<readonly TaskCounts[]> | undefined;
  // One question for the three gauges of a scrape; while the database is away, the others are still there.
  const countOnce = (): Promise<readonly TaskCounts[]> =>
    (counting ??= countTasks()
      .catch(() => [])
      .finally(() => (counting = undefined)));
  const taskGauge = (name: string, help: string, value: (counts: TaskCounts) => number): void => {
    new Gauge({
      name,
      help: `${help}, over all processes; only where a worker runs.`,
      labelNames: ['kind'],
      registers,
      async collect() {
        const counted = await countOnce();
        this.reset();
        for (const counts of counted) this.set({ kind: counts.kind }, value(counts));
      },
    });
  };
  taskGauge('docket_tasks_due', 'Tasks whose time has come and that nobody has settled', ({ due }) => due);
  taskGauge('docket_tasks_given_up', 'Tasks that were given up after their last try', ({ givenUp }) => givenUp);
  taskGauge(
    'docket_task_lag_seconds',
    'Age of the task that has been due for longest',
    (counts) => counts.oldestSeconds,
  );
  let countLag: () => Promise<readonly FollowerLag[]> = () => Promise.resolve([]);
  new Gauge({
    name: 'docket_follower_lag_events',
    help: 'Events that a follower of the log has still before it, over all processes; only where a worker runs.',
    labelNames: ['follower'],
    registers,
    async collect() {
      const counted = await countLag().catch(() => []);
      this.reset();
      for (const { follower, events } of counted) this.set({ follower }, events);
    },
  });
  let countAlarms: () => Promise<number> = () => Promise.resolve(0);
  new Gauge({
    name: 'docket_payments_without_order',
    help: 'Events that say that a buyer paid for what no order knows of; only where a worker runs.',
    registers,
    async collect() {
      this.set(await countAlarms().catch(() => 0));
    },
  });
  return {
    registry,
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    placed: (seconds) => placements.observe(seconds),
    refused: (code) => refusals.inc({ code }),
    command: (command, outcome) => commands.inc({ command, outcome }),
    committed: (units) => batches.observe(units),
    task: (kind, outcome) => tasks.inc({ kind, outcome }),
    watchPool: (name, pool) => void pools.set(name, pool),
    watchCommitter: (waiting) => {
      unitsWaiting = waiting;
    },
    watchTasks: (count) => {
      countTasks = count;
    },
    watchLag: (count) => {
      countLag = count;
    },
    watchPaymentAlarms: (count) => {
      countAlarms = count;
    },
  };
}

/** The page `docs/reference/metrics.md`. */
export function renderMetricsPage(): string {
  const { registry } = createMetrics('0');
  const ours = registry
    .getMetricsAsArray()
    .map((metric) => metric as unknown as { name: string; help: string; type: string; labelNames: readonly string[] })
    .filter(({ name }) => name.startsWith('docket_'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    '# Metrics',
    '',
    '`/metrics` answers in the text format of Prometheus, to anybody who reaches the port. Beside these stand the metrics',
    'of the process itself (`process_…`, `nodejs_…`), among them `nodejs_eventloop_lag_p99_seconds`. Every label has few',
    'values, and none names a person, an order or an account. Made from the code by `npm run docs`.',
    '',
    '| metric | kind | labels | meaning |',
    '| --- | --- | --- | --- |',
    ...ours.map(
      ({ name, type, labelNames, help }) =>
        `| \`${name}\` | ${type} | ${labelNames.map((label) => `\`${label}\``).join(', ')} | ${help} |`,
    ),
    '',
  ].join('\n');
}
