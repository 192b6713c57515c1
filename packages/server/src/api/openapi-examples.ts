import { COMMAND_EXAMPLES, ORDER_EXAMPLE } from './native/examples/command-examples.js';

interface Media {
  examples?: Record<string, { summary: string; value: unknown }>;
}
interface Operation {
  readonly operationId?: string;
  readonly requestBody?: { readonly content?: Record<string, Media> };
  readonly responses?: Record<string, { readonly content?: Record<string, Media> }>;
}
interface Document {
  readonly paths?: Record<string, Record<string, Operation>>;
}

/** Puts the examples of the table beside the schemas: each request with the receipt that answers it. */
export function withExamples<D extends object>(document: D): D {
  for (const operations of Object.values((document as Document).paths ?? {})) {
    for (const operation of Object.values(operations)) {
      const example = exampleOf(operation.operationId);
      if (example === null) continue;
      const { request, status, receipt } = example;
      put(operation.requestBody?.content, { example: { summary: 'As a fresh order takes it', value: request } });
      put(operation.responses?.[status]?.content, {
        receipt: { summary: 'With Prefer: return=minimal', value: receipt },
      });
    }
  }
  return document;
}

const RECEIPT = {
  orderId: '1480000500001-01',
  number: null,
  version: 1,
  status: 'pending',
  total: 1670,
  currency: 'EUR',
  amountDue: 1670,
};

function exampleOf(operationId = ''): { request: object; status: string; receipt: object } | null {
  if (operationId === 'place') return { request: ORDER_EXAMPLE, status: '201', receipt: RECEIPT };
  if (!Object.hasOwn(COMMAND_EXAMPLES, operationId)) return null;
  const { body, receipt } = COMMAND_EXAMPLES[operationId as keyof typeof COMMAND_EXAMPLES];
  return { request: body, status: '200', receipt: { ...RECEIPT, ...receipt } };
}

function put(content: Record<string, Media> | undefined, examples: NonNullable<Media['examples']>): void {
  for (const media of Object.values(content ?? {})) media.examples = examples;
}
