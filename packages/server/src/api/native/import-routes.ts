import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { sightOf } from '../../access/sight.js';
import type { Import, RejectedRow } from '../../import/import-rows.js';
import type { ImportRefusal, Imports } from '../../import/imports.js';
import { callerOf } from '../auth.js';
import { RequestProblem } from '../problem.js';
import { answers, textAnswers } from './answers.js';
import { closed, ref } from './schemas/fields.js';
import { ImportFileParams, ImportListQuery, ImportParams, NewImport, RejectionListQuery } from './schemas/imports.js';

interface OneImport {
  Params: { importId: string };
}

/** History from another system: a mapping, its files, a worker that reads them, and what it could not take. */
export function addImportRoutes(app: FastifyInstance, imports: Imports): void {
  const tags = ['imports'];
  const view = { permission: 'imports.view' } as const;
  const edit = { permission: 'imports.edit' } as const;

  app.get<{ Querystring: Static<typeof ImportListQuery> }>(
    '/imports',
    {
      config: view,
      schema: {
        operationId: 'listImports',
        tags,
        summary: 'Imports, newest first',
        querystring: ImportListQuery,
        response: answers(200, 'A page of imports.', 'ImportPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 50 } = request.query;
      if (after !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)) {
        throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
      }
      const found = await imports.list(callerOf(request).account, after, limit + 1);
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.import_id ?? null) : null;
      return { imports: page.map((one) => importView(request, one)), next };
    },
  );

  app.post<{ Body: NewImport }>(
    '/imports',
    {
      config: edit,
      schema: {
        operationId: 'createImport',
        tags,
        summary: 'Begin an import with its mapping; files follow',
        body: ref(NewImport),
        response: answers(201, 'The import, ready for files.', 'Import', ['413', '415']),
      },
    },
    async (request, reply) => {
      const { account, id } = callerOf(request);
      const made = await imports.create(account, { mapping: request.body.mapping, by: id });
      return reply.code(201).send(importView(request, made));
    },
  );

  app.get<OneImport>(
    '/imports/:importId',
    {
      config: view,
      schema: {
        operationId: 'getImport',
        tags,
        summary: 'How far an import has come, and what became of it',
        params: ImportParams,
        response: answers(200, 'The import.', 'Import', ['404']),
      },
    },
    async (request) => importView(request, await existing(request)),
  );

  // Bytes of any kind, taken as they come and never held whole. The limit is that of the import, not of a body.
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, parsed) => {
      parsed(null, payload);
    });
    scope.put<{ Params: { importId: string; name: string }; Body: unknown }>(
      '/imports/:importId/files/:name',
      {
        config: edit,
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          operationId: 'uploadImportFile',
          tags,
          summary: 'Send a file of an import',
          description:
            'The bytes of the file as application/octet-stream: CSV, JSON or JSON Lines, plain or gzip. A file of the same name is replaced.',
          params: ImportFileParams,
          response: answers(200, 'The import with its file.', 'Import', ['404', '409', '413', '415']),
        },
      },
      async (request) => {
        if (!(request.body instanceof Readable)) throw new RequestProblem('content_type_unsupported');
        const { importId, name } = request.params;
        return importView(
          request,
          taken(await imports.addFile(callerOf(request).account, importId, name, request.body)),
        );
      },
    );
    done();
  });

  app.post<OneImport>(
    '/imports/:importId/start',
    {
      config: edit,
      schema: {
        operationId: 'startImport',
        tags,
        summary: 'Hand an import to a worker',
        params: ImportParams,
        body: closed({}),
        response: answers(202, 'The import, waiting.', 'Import', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => {
      const started = taken(await imports.start(callerOf(request).account, request.params.importId));
      return reply.code(202).send(importView(request, started));
    },
  );

  app.post<OneImport>(
    '/imports/:importId/cancel',
    {
      config: edit,
      schema: {
        operationId: 'cancelImport',
        tags,
        summary: 'End an import; orders that it wrote stay',
        params: ImportParams,
        body: closed({}),
        response: answers(202, 'The import; a running one ends after the batch it is at.', 'Import', [
          '404',
          '409',
          '413',
          '415',
        ]),
      },
    },
    async (request, reply) => {
      const ended = taken(await imports.cancel(callerOf(request).account, request.params.importId));
      return reply.code(202).send(importView(request, ended));
    },
  );

  app.get<OneImport & { Querystring: Static<typeof RejectionListQuery> }>(
    '/imports/:importId/rejections',
    {
      config: view,
      schema: {
        operationId: 'listRejectedRows',
        tags,
        summary: 'Rows that became no order, with the reason',
        params: ImportParams,
        querystring: RejectionListQuery,
        response: answers(200, 'A page of rows.', 'RejectedRowPage', ['404']),
      },
    },
    async (request) => {
      await existing(request);
      const { after = 0, limit = 100 } = request.query;
      const { account } = callerOf(request);
      const found = await imports.rejections(account, request.params.importId, after, limit + 1);
      const rows = found.slice(0, limit).map((row) => rowView(request, row));
      return { rows, next: found.length > limit ? (found[limit - 1]?.nth ?? null) : null };
    },
  );

  app.get<OneImport>(
    '/imports/:importId/rejections/file',
    {
      config: view,
      exposeHeadRoute: false,
      schema: {
        operationId: 'downloadRejectedRows',
        tags,
        summary: 'The same as one file of JSON Lines',
        params: ImportParams,
        response: textAnswers('A `RejectedRow` a line.', 'application/jsonl', ['404']),
      },
    },
    async (request, reply) => {
      const { import_id: importId } = await existing(request);
      const { account } = callerOf(request);
      void reply.header('content-type', 'application/jsonl');
      void reply.header('content-disposition', 'attachment; filename="rejected.jsonl"');
      return reply.send(Readable.from(lines(), { objectMode: false }));

      async function* lines(): AsyncGenerator<string> {
        for (let after = 0; ;) {
          const rows = await imports.rejections(account, importId, after, 1_000);
          const last = rows.at(-1);
          if (last === undefined) return;
          yield rows.map((row) => `${JSON.stringify(rowView(request, row))}\n`).join('');
          after = last.nth;
        }
      }
    },
  );

  async function existing(request: FastifyRequest<OneImport>): Promise<Import> {
    const found = await imports.find(callerOf(request).account, request.params.importId);
    if (found === null) throw new RequestProblem('import_not_found');
    return found;
  }
}

function taken(outcome: Import | ImportRefusal): Import {
  if (typeof outcome === 'string') throw new RequestProblem(outcome);
  return outcome;
}

function importView(request: FastifyRequest, one: Import): object {
  const { prices } = sightOf(callerOf(request));
  return {
    importId: one.import_id,
    state: one.state,
    origin: one.origin,
    createdAt: one.created_at.toISOString(),
    updatedAt: one.updated_at.toISOString(),
    endedAt: one.ended_at?.toISOString() ?? null,
    createdBy: one.created_by,
    source: one.source,
    files: one.files.map(({ name, bytes }) => ({ name, bytes })),
    progress: {
      allRows: one.staged_rows,
      rows: one.done_rows,
      orders: one.orders,
      present: one.present,
      documents: one.documents,
      rejected: one.rejected,
    },
    sums: one.sums.map((sum) => (prices ? sum : { ...sum, total: null })),
    failure: one.failure,
  };
}

function rowView(request: FastifyRequest, row: RejectedRow): object {
  return sightOf(callerOf(request)).prices ? row : { ...row, value: null };
}
