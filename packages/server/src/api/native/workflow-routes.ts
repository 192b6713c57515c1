import { isDeepStrictEqual } from 'node:util';
import { BUILT_IN_WORKFLOWS, isBuiltIn, tablesFor } from '@docket/core/workflow/built-in';
import { publishFaults } from '@docket/core/workflow/publishable';
import type { WorkflowTable } from '@docket/core/workflow/table';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { SettingStore } from '../../settings-history/setting-store.js';
import { MOST_WORKFLOWS, type Workflow, type WorkflowDraft } from '../../workflows/workflows.js';
import { callerOf } from '../auth.js';
import { contentTag, isKnownContent, refuseOtherContent } from '../content-tags.js';
import { RequestProblem } from '../problem.js';
import { answers, SETTING_HEADERS } from './answers.js';
import { marks, paged } from './page-marks.js';
import { closed, code, ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { mayBeOwn, WorkflowBody, workflowName, WorkflowPatch } from './schemas/workflows.js';
import { editOf, notFound } from './setting-routes.js';
import { addChangesOfOne, type SettingsChanges } from './settings-changes-routes.js';

/** Workflows as the routes see them. */
export interface WorkflowService {
  readonly rows: SettingStore<Workflow>;
  readonly count: (account: string) => Promise<number>;
  readonly version: (
    account: string,
    workflow: string,
    version: number,
  ) => Promise<{ readonly table: WorkflowTable; readonly publishedAt: Date; readonly publishedBy: string } | null>;
}

interface NamedRequest {
  Params: { workflow: string };
}

const TABLE_BYTES = 256 * 1024;
const params = closed({ workflow: workflowName() });
const readParams = closed({ workflow: code() });

/**
 * Workflows, built in and of the account: a draft is written, what is wrong with it is told, and publishing it makes a
 * version that nothing changes any more. Orders stay with the version that they started in.
 */
export function addWorkflowRoutes(
  app: FastifyInstance,
  { rows, count, version }: WorkflowService,
  changes: SettingsChanges,
  now: () => string,
): void {
  app.get<{ Querystring: { after?: string; limit?: number } }>(
    '/workflows',
    {
      config: { permission: 'settings.view' },
      schema: {
        operationId: 'listWorkflows',
        tags: ['workflows'],
        summary: 'Every workflow that orders may start in; the built-in ones on the first page',
        querystring: PageQuery,
        response: answers(200, 'A page.', 'WorkflowPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const [key = ''] = marks(after, 1);
      const page = paged(await rows.page(callerOf(request).account, key, limit + 1), limit, (row) => [row.workflow]);
      const builtIn = after === null ? Object.keys(BUILT_IN_WORKFLOWS).map(builtInView) : [];
      return { ...page, items: [...builtIn, ...page.items.map(viewOf)].map(listed) };
    },
  );

  app.get<NamedRequest>(
    '/workflows/:workflow',
    {
      config: { permission: 'settings.view' },
      schema: {
        operationId: 'getWorkflow',
        tags: ['workflows'],
        summary: 'One workflow with its tables, its draft, and what is wrong with that',
        params: readParams,
        response: answers(200, 'It, with its ETag.', 'Workflow', ['404']),
      },
    },
    async (request, reply) => {
      const { workflow } = request.params;
      const row = await rows.get(callerOf(request).account, workflow);
      const view = Object.hasOwn(BUILT_IN_WORKFLOWS, workflow) ? builtInView(workflow) : row && viewOf(row);
      if (view === null) throw notFound('workflow', workflow);
      const content = row ?? view;
      void reply.header('etag', contentTag(content));
      return isKnownContent(request, content) ? reply.code(304).send() : view;
    },
  );

  app.get<{ Params: { workflow: string; version: number } }>(
    '/workflows/:workflow/versions/:version',
    {
      config: { permission: 'settings.view' },
      schema: {
        operationId: 'getWorkflowVersion',
        tags: ['workflows'],
        summary: 'A published version, which orders may be pinned to',
        params: closed({ workflow: code(), version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
        response: answers(200, 'It.', 'WorkflowVersion', ['404']),
      },
    },
    async (request) => {
      const { workflow, version: number } = request.params;
      const found = await version(callerOf(request).account, workflow, number);
      if (found === null) throw notFound('workflow', `${workflow} ${number}`);
      return { workflow, version: number, ...found };
    },
  );

  app.put<NamedRequest & { Body: WorkflowDraft }>(
    '/workflows/:workflow',
    {
      config: { permission: 'settings.edit' },
      bodyLimit: TABLE_BYTES,
      schema: {
        operationId: 'putWorkflow',
        tags: ['workflows'],
        summary: 'Write the draft, right or wrong: nothing uses it before it is published',
        params,
        headers: SETTING_HEADERS,
        body: ref(WorkflowBody),
        response: {
          ...answers(200, 'It, with what stands against publishing it.', 'Workflow', ['409', '412', '413', '415']),
          201: { description: 'It is new.', $ref: 'Workflow#' },
        },
      },
    },
    async (request, reply) => {
      const { workflow } = ownWorkflow(request);
      const edit = editOf(request, now);
      const many = await count(edit.account);
      const draft = request.body;
      return write(request, reply, edit, (before) => {
        if (before === null && many >= MOST_WORKFLOWS) {
          throw new RequestProblem('too_many', { details: { limit: MOST_WORKFLOWS } });
        }
        const { version: latest = 0, retired = false, table = null } = before ?? {};
        const published = table !== null && isDeepStrictEqual(draftOf(table), draft);
        return { workflow, version: latest, retired, table, draft: published ? null : draft };
      });
    },
  );

  app.post<NamedRequest>(
    '/workflows/:workflow/publish',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'publishWorkflow',
        tags: ['workflows'],
        summary: 'Make the draft the next version, for new orders; without a draft nothing changes',
        params,
        headers: SETTING_HEADERS,
        body: closed({}),
        response: answers(200, 'It, with its new version.', 'Workflow', ['404', '412', '415']),
      },
    },
    async (request, reply) => {
      const { workflow } = ownWorkflow(request);
      return write(request, reply, editOf(request, now), (before) => {
        if (before === null) throw notFound('workflow', workflow);
        if (before.draft === null) return before;
        const next = { ...before.draft, name: workflow, version: before.version + 1 };
        const findings = publishFaults(next);
        if (findings.length > 0) {
          const [first] = findings;
          throw new RequestProblem('workflow_invalid', {
            ...(first === undefined ? {} : { detail: first.message }),
            details: {
              findings: findings.slice(0, MOST_FINDINGS).map(({ pointer, message }) => `${pointer}: ${message}`),
            },
          });
        }
        return { ...before, version: next.version, table: next, draft: null };
      });
    },
  );

  app.patch<NamedRequest & { Body: { retired: boolean } }>(
    '/workflows/:workflow',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'changeWorkflow',
        tags: ['workflows'],
        summary: 'Retire it, or let new orders start in it again',
        params,
        headers: SETTING_HEADERS,
        body: ref(WorkflowPatch),
        response: answers(200, 'It.', 'Workflow', ['404', '412', '415']),
      },
    },
    async (request, reply) => {
      const { workflow } = ownWorkflow(request);
      return write(request, reply, editOf(request, now), (before) => {
        if (before === null) throw notFound('workflow', workflow);
        return { ...before, retired: request.body.retired };
      });
    },
  );

  app.delete<NamedRequest>(
    '/workflows/:workflow',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'removeWorkflow',
        tags: ['workflows'],
        summary: 'Take a draft away that was never published',
        params,
        headers: SETTING_HEADERS,
        response: answers(200, 'As it was.', 'Workflow', ['404', '409', '412']),
      },
    },
    async (request) => {
      const { workflow } = ownWorkflow(request);
      let removed: Workflow | undefined;
      const answer = await rows.remove(editOf(request, now), workflow, (before) => {
        refuseOtherContent(request, before);
        removed = before;
      });
      if (answer === false || removed === undefined) throw notFound('workflow', workflow);
      if (answer !== true) {
        throw new RequestProblem('setting_in_use', { details: { kind: 'workflow', key: workflow, by: answer.by } });
      }
      return viewOf(removed);
    },
  );

  addChangesOfOne(app, changes, {
    path: '/workflows/:workflow',
    name: 'Workflow',
    kind: 'workflow',
    params: { workflow: code() },
    view: 'settings.view',
  });

  async function write(
    request: FastifyRequest<NamedRequest>,
    reply: FastifyReply,
    edit: ReturnType<typeof editOf>,
    next: (before: Workflow | null) => Workflow,
  ): Promise<object> {
    const answer = await rows.change(edit, request.params.workflow, (before) => {
      refuseOtherContent(request, before);
      return next(before);
    });
    if ('problem' in answer) throw new Error('a workflow names nothing outside itself');
    void reply.code(answer.created ? 201 : 200).header('etag', contentTag(answer.row));
    return viewOf(answer.row);
  }
}

/** Enough to mend at once; a table of 100 steps may have hundreds. */
const MOST_FINDINGS = 100;

/** Built-in workflows are the same for everybody. Refusal: workflow_built_in. */
function ownWorkflow(request: FastifyRequest<NamedRequest>): { workflow: string } {
  if (isBuiltIn(request.params.workflow))
    throw new RequestProblem('workflow_built_in', { in: 'path', pointer: '/workflow' });
  return request.params;
}

function draftOf({ name: _name, version: _version, ...draft }: WorkflowTable): WorkflowDraft {
  return draft;
}

const viewOf = ({ workflow, version, retired, draft, table }: Workflow) => ({
  workflow,
  builtIn: false,
  version,
  retired,
  tables: table === null ? [] : [table],
  draft,
  findings:
    draft === null ? [] : publishFaults({ ...draft, name: workflow, version: version + 1 }).slice(0, MOST_FINDINGS),
});

const builtInView = (workflow: string): ReturnType<typeof viewOf> => {
  const tables = tablesFor(workflow, []) ?? [];
  return {
    workflow,
    builtIn: true,
    version: tables[0]?.version ?? 1,
    retired: false,
    tables: [...tables],
    draft: null,
    findings: [],
  };
};

const listed = ({ workflow, builtIn, version, retired, draft, tables }: ReturnType<typeof viewOf>) => ({
  workflow,
  builtIn,
  version,
  retired,
  hasDraft: draft !== null,
  copyable: !builtIn || mayBeOwn(tables),
});
