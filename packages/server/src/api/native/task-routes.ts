import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import type { AccountTask, AccountTasks } from '../../followers/account-tasks.js';
import { wholeCallerOf } from '../auth.js';
import { RequestProblem } from '../problem.js';
import { answers } from './answers.js';
import { marks, paged } from './page-marks.js';
import { closed } from './schemas/fields.js';
import { taskId, TaskListQuery } from './schemas/tasks.js';

interface TaskRequest {
  Params: { taskId: string };
}

const tags = ['tasks'];

/** What Docket does behind the log: timers, mails, calls. Those that failed are tried again from here. */
export function addTaskRoutes(app: FastifyInstance, tasks: AccountTasks): void {
  app.get<{ Querystring: Static<typeof TaskListQuery> }>(
    '/tasks',
    {
      config: { permission: 'tasks.view' },
      schema: {
        operationId: 'listTasks',
        tags,
        summary: 'Tasks that failed, newest first, or those that wait',
        querystring: TaskListQuery,
        response: answers(200, 'A page of tasks.', 'TaskPage', []),
      },
    },
    async (request) => {
      const { state = 'failed', after = null, limit = 100 } = request.query;
      const failed = state === 'failed';
      const place = placeOf(marks(after, 3), failed);
      const rows = await tasks.page(wholeCallerOf(request).account, { failed, after: place, limit: limit + 1 });
      const page = paged(rows, limit, ({ failedAt, kind, key }) => [failedAt ?? '', kind, key]);
      return { ...page, items: page.items.map(taskView) };
    },
  );

  app.post<TaskRequest>(
    '/tasks/:taskId/retry',
    {
      config: { permission: 'tasks.edit' },
      schema: {
        operationId: 'retryTask',
        tags,
        summary: 'Try a task that failed again, now, with all its tries',
        params: closed({ taskId: taskId() }),
        body: closed({}),
        response: answers(202, 'It is tried again.', 'RestartedTask', ['404', '413', '415']),
      },
    },
    async (request, reply) => {
      const account = wholeCallerOf(request).account;
      const task = nameIn(request.params.taskId);
      if (task === null || !(await tasks.restart(account, task))) throw new RequestProblem('task_not_found');
      return reply.code(202).send({ taskId: request.params.taskId });
    },
  );
}

function placeOf([failedAt, kind = '', key = '']: readonly string[], failed: boolean) {
  if (failedAt === undefined) return null;
  if (!failed && failedAt === '') return { failedAt: null, kind, key };
  if (failed && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(failedAt) && !Number.isNaN(Date.parse(failedAt)))
    return { failedAt, kind, key };
  throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
}

/** `order_timer/1480-01/deadline`, the name that `docket tasks` has for it, as an address can carry it. */
const idOf = ({ kind, key }: AccountTask): string => Buffer.from(`${kind}/${key}`).toString('base64url');

function nameIn(id: string): { readonly kind: string; readonly key: string } | null {
  const name = Buffer.from(id, 'base64url').toString();
  const end = name.indexOf('/');
  return end === -1 || name.includes('\0') ? null : { kind: name.slice(0, end), key: name.slice(end + 1) };
}

/** The order that a task is about, where it is about one. */
function orderOf({ kind, key }: AccountTask): string | null {
  if (kind === 'order_timer') return key.slice(0, key.indexOf('/'));
  return kind === 'tax_documents' ? key : null;
}

const taskView = (task: AccountTask): object => ({
  taskId: idOf(task),
  kind: task.kind,
  key: task.key,
  orderId: orderOf(task),
  state: task.failedAt === null ? 'waiting' : 'failed',
  due: task.due,
  attempts: task.attempts,
  failedAt: task.failedAt,
  lastError: task.lastError,
});
