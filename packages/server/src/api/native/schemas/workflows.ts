import { OUTSIDE_COMMANDS } from '@docket/core/order/allowed';
import type { WorkflowTable } from '@docket/core/workflow/table';
import { Type } from 'typebox';
import { closed, code, named, oneOf, ref, text } from './fields.js';
import { next } from './paging.js';
import { orNull } from './setting-schemas.js';

const step = () =>
  Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9 ._-]*$', 'x-key': true });
const signal = () => text(40);

const Move = Type.Unsafe<unknown>({
  description: 'A step to go to, or a route: through steps to one, back to the step that was interrupted.',
  anyOf: [
    step(),
    closed({
      through: Type.Optional(Type.Array(step(), { maxItems: 10 })),
      to: step(),
      raises: Type.Optional(signal()),
    }),
    closed({
      through: Type.Optional(Type.Array(step(), { maxItems: 10 })),
      back: Type.Literal(true),
      raises: Type.Optional(signal()),
    }),
    closed({ asks: signal(), unanswered: step() }),
    closed({ relays: signal() }),
  ],
});

const COMMANDS = [...OUTSIDE_COMMANDS, 'end_cancellation_window', 'end_deadline'] as const;
const ACTORS = ['staff', 'shopper', 'marketplace', 'seller', 'payment_provider', 'carrier', 'system'] as const;

/** Timers that a workflow of an account may have. */
const TIMERS = ['cancellation_window', 'fulfilment_deadline', 'cancellation_deadline'] as const;
/** It sells and sends: sellers and chains of them are Docket's own. */
const OWN_DOMAIN = 'Marketplace';

const yes = (description: string) => Type.Optional(Type.Literal(true, { description }));

const WorkflowStep = closed(
  {
    kind: oneOf(
      ['passes', 'waits', 'timer', 'final'],
      'passes: left by itself; waits: for a trigger; timer: for its timer; final: nothing more is expected.',
    ),
    label: text(100, 'What staff read.'),
    locked: yes('No change and no cancellation is accepted.'),
    interrupts: yes('Remembers the step that one came from, for a way back.'),
    next: Type.Optional(Move),
    on: Type.Optional(
      named(
        '^(?:[a-z_]{1,40}|signal:[a-z_]{1,40}|set:[A-Za-z0-9][A-Za-z0-9 ._-]{0,63})$',
        Move,
        100,
        'Moves by trigger: a fact such as payments_approved, or set:<step> by hand.',
      ),
    ),
    timer: Type.Optional(
      closed({
        name: oneOf(TIMERS),
        after: Type.Unsafe<'cancellation_window' | number>({
          anyOf: [{ const: 'cancellation_window' }, { type: 'integer', minimum: 0, maximum: 31_536_000 }],
          description: 'Seconds, or the cancellation window of the order.',
        }),
        raises: oneOf(['window_over', 'deadline_over'], 'deadline_over cancels the order.'),
      }),
    ),
    commands: Type.Optional(
      Type.Partial(
        closed(
          Object.fromEntries(
            COMMANDS.map((command) => [command, Type.Array(oneOf(ACTORS), { maxItems: 7, uniqueItems: true })]),
          ),
        ),
        { additionalProperties: false, description: 'Who may send which command in this step.' },
      ),
    ),
    flags: Type.Optional(
      closed({
        cancelled: yes('Nothing of the order will be sold.'),
        paid: yes('Set by hand, it approves the payments that wait.'),
        sent: yes('Set by hand, it sends what is left.'),
      }),
    ),
  },
  { $id: 'WorkflowStep' },
);

const steps = named('^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$', ref(WorkflowStep), 100, 'Steps by name.');
const tableFields = {
  domain: oneOf(
    ['Marketplace', 'Fulfillment', 'Chain'],
    'A workflow of an account is a Marketplace: it sells and sends.',
  ),
  start: step(),
  stock: closed({
    confirmAt: oneOf(['payments_approved', 'handling_started'], 'When a claim becomes firm.'),
    consumeAt: oneOf(['invoice', 'package'], 'What takes the pieces off the shelf.'),
  }),
  captureAt: oneOf(['invoice', 'approval'], 'When authorised money is taken.'),
  steps,
};

export const WorkflowBody = closed({ ...tableFields, domain: oneOf([OWN_DOMAIN]) }, { $id: 'WorkflowBody' });
export const WorkflowPatch = closed(
  { retired: Type.Boolean({ description: 'True: no new order starts in it; those that did go on.' }) },
  { $id: 'WorkflowPatch' },
);

const table = { type: 'object', additionalProperties: true } as const;
const WorkflowFinding = closed(
  { fault: Type.String(), pointer: Type.String({ description: 'Into the table.' }), message: Type.String() },
  { $id: 'WorkflowFinding' },
);

const WorkflowView = closed(
  {
    workflow: Type.String(),
    builtIn: Type.Boolean(),
    version: Type.Integer({ description: '0: never published.' }),
    retired: Type.Boolean(),
    tables: Type.Array(Type.Unsafe<object>(table), {
      description: 'What orders start with today; two of the built-in workflow complete, none of a draft alone.',
    }),
    draft: orNull(Type.Unsafe(table)),
    findings: Type.Array(ref(WorkflowFinding), { description: 'What stands against publishing the draft.' }),
  },
  { $id: 'Workflow' },
);
const WorkflowPage = closed(
  {
    items: Type.Array(
      closed({
        workflow: Type.String(),
        builtIn: Type.Boolean(),
        version: Type.Integer(),
        retired: Type.Boolean(),
        hasDraft: Type.Boolean(),
        copyable: Type.Boolean({ description: 'Whether a workflow of the account may begin as its copy.' }),
      }),
    ),
    next,
  },
  { $id: 'WorkflowPage' },
);
const WorkflowVersion = closed(
  {
    workflow: Type.String(),
    version: Type.Integer(),
    publishedAt: Type.String({ format: 'date-time' }),
    publishedBy: Type.String(),
    table: Type.Unsafe<object>(table),
  },
  { $id: 'WorkflowVersion' },
);

/** Whether an account may have these tables as one of its own: of the built-in workflows not all. */
export const mayBeOwn = (tables: readonly WorkflowTable[]): boolean =>
  tables.length === 1 &&
  tables.every(
    ({ domain, steps }) =>
      domain === OWN_DOMAIN &&
      Object.values(steps).every(({ timer }) => timer === undefined || TIMERS.some((name) => name === timer.name)),
  );

export const workflowName = () => code('Not one that is built in.');

export const WORKFLOW_INPUTS = [WorkflowStep, WorkflowBody, WorkflowPatch];
export const WORKFLOW_ANSWERS = [WorkflowFinding, WorkflowView, WorkflowPage, WorkflowVersion];
