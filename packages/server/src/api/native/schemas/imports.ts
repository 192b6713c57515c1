import { type Static, Type } from 'typebox';
import { closed, queryText, text } from './fields.js';
import { mailId } from './mails.js';

const importId = (description = 'The id of an import.') => mailId(description);

/** A mapping is some pages of text. */
export const NewImport = closed(
  { mapping: text(200_000, 'A JSONata expression, as docs/how-to/import-history.md describes it.') },
  { $id: 'NewImport' },
);
export type NewImport = Static<typeof NewImport>;

export const ImportParams = closed({ importId: importId() });
export const ImportFileParams = closed({
  importId: importId(),
  name: Type.String({
    minLength: 1,
    maxLength: 100,
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
    description: 'What the mapping knows it by; its ending tells its format.',
  }),
});
export const ImportListQuery = closed({
  after: Type.Optional(queryText(36, 'From `next` of the page before.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '50 where absent.' })),
});
export const RejectionListQuery = closed({
  after: Type.Optional(
    Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'From `next` of the page before.' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: '100 where absent.' })),
});

const count = (description: string) => Type.Integer({ description });
const date = Type.String({ format: 'date-time' });
const dateOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });
const strOrNull = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

const Import = closed(
  {
    importId: Type.String(),
    state: Type.String({
      enum: ['uploading', 'waiting', 'running', 'done', 'failed', 'cancelled'],
      description: 'uploading: takes files. waiting: for a worker. The last three are its ends.',
    }),
    origin: Type.String({ enum: ['upload', 'command'], description: 'command: docket import orders.' }),
    createdAt: date,
    updatedAt: date,
    endedAt: dateOrNull,
    createdBy: Type.String(),
    source: strOrNull('As the mapping names it; null until it is read.'),
    files: Type.Array(closed({ name: Type.String(), bytes: Type.Integer() })),
    progress: closed({
      allRows: count('0 until the files are read.'),
      rows: count('Dealt with so far.'),
      orders: count('Written.'),
      present: count('Orders that were there already.'),
      documents: count('Return invoices that orders came with.'),
      rejected: count('Rows that became no order; read them under /rejections.'),
    }),
    sums: Type.Array(
      closed({
        status: Type.String(),
        month: Type.String({ description: 'Of creation, in UTC: 2017-05.' }),
        currency: Type.String(),
        orders: Type.Integer(),
        total: Type.Unsafe<number | null>({
          type: ['integer', 'null'],
          description: 'Minor units; null without prices.view.',
        }),
      }),
    ),
    failure: strOrNull('Why it failed, in words.'),
  },
  { $id: 'Import' },
);

const ImportPage = closed(
  {
    imports: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'Import#' } }),
    next: strOrNull('The `after` of the next page; null at the end.'),
  },
  { $id: 'ImportPage' },
);

const RejectedRow = closed(
  {
    nth: Type.Integer(),
    file: Type.String(),
    line: Type.Integer({ description: 'Where the row begins in its file, from 1.' }),
    record: Type.String({ description: 'What it belongs to, in the words of the source.' }),
    reason: Type.String(),
    value: Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      description: 'Of the sum of the source, in minor units, where somebody knows it and may see it.',
    }),
  },
  { $id: 'RejectedRow' },
);

const RejectedRowPage = closed(
  {
    rows: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'RejectedRow#' } }),
    next: Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      description: 'The `after` of the next page; null at the end.',
    }),
  },
  { $id: 'RejectedRowPage' },
);

export const IMPORT_INPUTS = [NewImport];
export const IMPORT_ANSWERS = [Import, ImportPage, RejectedRow, RejectedRowPage];
