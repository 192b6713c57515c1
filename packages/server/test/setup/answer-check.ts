import { Ajv, type ValidateFunction } from 'ajv';
import { expect } from 'vitest';

interface Document {
  readonly paths?: Record<
    string,
    Record<string, { responses?: Record<string, { content?: Record<string, unknown> }> }>
  >;
}

/**
 * Compares every answer of a test with what the OpenAPI document says about it, so that the document cannot promise one
 * thing and the server say another. Answers under addresses that the document does not have are not compared.
 */
export function createAnswerCheck(
  document: object,
): (method: string, path: string, status: number, body: unknown) => void {
  const ajv = new Ajv({ strict: false });
  for (const format of ['date-time', 'uri', 'email']) ajv.addFormat(format, true);
  ajv.addSchema({ ...document, $id: 'openapi' });
  const compiled = new Map<string, ValidateFunction>();
  const templates = Object.entries((document as Document).paths ?? {}).map(([template, operations]) => ({
    template,
    operations,
    pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  return (method, path, status, body) => {
    const [bare = ''] = path.split('?');
    // As the router does: an address in words goes before one with a parameter.
    const found =
      templates.find(({ template }) => template === bare) ?? templates.find(({ pattern }) => pattern.test(bare));
    const responses = found?.operations[method.toLowerCase()]?.responses;
    if (found === undefined || responses === undefined || method === 'HEAD' || status === 304) return;
    // Whether a 202 tells more than that it was heard is up to its route.
    if (responses[status] !== undefined && responses[status].content === undefined) {
      expect(body).toBeUndefined();
      return;
    }
    const type = Object.keys(responses[status]?.content ?? {})[0];
    expect(type, `${method} ${found.template} answered ${status}, which is not documented`).toBeDefined();
    // Text is not parsed by the test that asked for it.
    if (type !== undefined && !/\bjson\b/.test(type)) return;
    const pointer = [
      'paths',
      found.template,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      type ?? '',
      'schema',
    ];
    const $ref = `openapi#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const validate = compiled.get($ref) ?? ajv.compile({ $ref });
    compiled.set($ref, validate);
    expect(validate(body) ? [] : validate.errors, `${method} ${found.template} ${status}`).toEqual([]);
  };
}
