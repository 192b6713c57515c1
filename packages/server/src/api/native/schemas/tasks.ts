import { Type } from 'typebox';
import { closed, oneOf, queryText } from './fields.js';
import { next } from './paging.js';

const STATES = ['failed', 'waiting'] as const;

export const TaskListQuery = closed({
  state: Type.Optional(oneOf(STATES, 'failed where absent: those that nothing tries any more.')),
  after: Type.Optional(queryText(1_000, 'From `next` of the page before.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: '100 where absent.' })),
});

/** Its kind and key, made fit for an address. */
export const taskId = () =>
  Type.String({
    minLength: 1,
    maxLength: 1_000,
    pattern: '^[A-Za-z0-9_-]+$',
    description: 'As the list of tasks has it.',
  });

const Task = closed(
  {
    taskId: Type.String(),
    kind: Type.String({ description: 'Such as order_timer or send_mail.' }),
    key: Type.String({ description: 'What it is about, within its kind.' }),
    orderId: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'Of the timer of an order; else null.',
    }),
    state: oneOf(
      STATES,
      'waiting: for its time, or for its next try. failed: given up; it is tried again when somebody says so.',
    ),
    due: Type.String({ format: 'date-time', description: 'When it is tried, or would have been next.' }),
    attempts: Type.Integer({ description: 'Tries that were begun.' }),
    failedAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
    lastError: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'Of the last try that failed: its first 1,000 characters.',
    }),
  },
  { $id: 'Task' },
);
const TaskPage = closed(
  { items: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'Task#' } }), next },
  { $id: 'TaskPage' },
);
const RestartedTask = closed({ taskId: Type.String() }, { $id: 'RestartedTask' });

export const TASK_ANSWERS = [Task, TaskPage, RestartedTask];
