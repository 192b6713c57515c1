import type { TaxFailure } from '@docket/core/tax/tax-provider';
import type { FastifyInstance } from 'fastify';
import type { LicenceKeys } from '../../tax/licence-keys.js';
import { callerOf } from '../auth.js';
import { answers, noContent, SETTING_HEADERS } from './answers.js';
import { closed, code, ref } from './schemas/fields.js';
import { LicenceKeyBody } from './schemas/taxes.js';
import { editOf, notFound } from './setting-routes.js';

/** Taxes as the routes see them, beside rates and settings, which are rows like others. */
export interface TaxService {
  readonly licenceKeys: LicenceKeys;
  /** Null: the provider of the store answers. */
  check(account: string, store: string): Promise<TaxFailure | null>;
}

/** The key of a store's tax service, and whether it answers. */
export function addTaxRoutes(app: FastifyInstance, taxes: TaxService, now: () => string): void {
  const params = closed({ store: code('A store with tax settings.') });

  app.put<{ Params: { store: string }; Body: LicenceKeyBody }>(
    '/tax-settings/:store/licence-key',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'setTaxLicenceKey',
        tags: ['taxes'],
        summary: 'Set the licence key of its tax service',
        description: 'It is kept sealed and answered nowhere. Another service address or account takes it away.',
        params,
        headers: SETTING_HEADERS,
        body: ref(LicenceKeyBody),
        response: noContent(['404', '413', '415']),
      },
    },
    async (request, reply) => {
      const { store } = request.params;
      if (!(await taxes.licenceKeys.set(editOf(request, now), store, request.body.licenceKey)))
        throw notFound('tax_settings', store);
      return reply.code(204).send();
    },
  );

  app.post<{ Params: { store: string } }>(
    '/tax-settings/:store/check',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'checkTaxProvider',
        tags: ['taxes'],
        summary: 'Ask its tax provider whether it answers',
        description: 'Asks with the stored key, and has nothing counted or kept.',
        params,
        response: answers(200, 'Whether it does, and why not.', 'TaxCheck', []),
      },
    },
    async (request) => {
      const failure = await taxes.check(callerOf(request).account, request.params.store);
      return { answers: failure === null, reason: failure?.reason ?? null, detail: failure?.detail ?? null };
    },
  );
}
