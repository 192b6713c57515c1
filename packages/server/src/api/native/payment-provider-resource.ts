import { Type } from 'typebox';
import { ADAPTERS, type ProviderRow } from '../../payments/providers.js';
import { BEHAVIOURS } from '../../sandbox-gateway/payments.js';
import { RequestProblem } from '../problem.js';
import { code, oneOf, text } from './schemas/fields.js';
import { orNull, settingSchemas } from './schemas/setting-schemas.js';
import type { SettingResource } from './setting-resources.js';

const behaviours = Object.keys(BEHAVIOURS) as (keyof typeof BEHAVIOURS)[];

export const PAYMENT_PROVIDER_RESOURCE: SettingResource<ProviderRow> = {
  name: 'PaymentProvider',
  path: '/payment-providers',
  kind: 'payment_provider',
  // who places an order or looks at a payment has to know them
  view: 'orders.view',
  edit: 'settings.edit',
  tag: 'payment providers',
  schemas: settingSchemas(
    'PaymentProvider',
    ['provider', code('Stands in payments and in the address of its events, and cannot be changed.')],
    {
      name: text(200),
      adapter: oneOf(
        ADAPTERS,
        'manual: cash, transfers, promissory notes; a person answers. sandbox: the gateway that ships with Docket. stripe: Stripe. store_credit: gift cards and store credit. Changing it takes the secrets away.',
      ),
      active: Type.Boolean({ description: 'False: no new payment names it.' }),
      url: orNull(text(500, 'Of the sandbox: where its gateway listens. Changing it takes the secrets away.')),
      behaviours: Type.Array(oneOf(behaviours), {
        maxItems: behaviours.length,
        uniqueItems: true,
        description: 'Of the sandbox: what its gateway shall do wrong, or late.',
      }),
    },
    ['active', 'url', 'behaviours'],
  ),
  defaults: { active: true, url: null, behaviours: [] },
  check: addressesOfSandbox,
  loaded: false,
  removed: 'yes',
};

/** The sandbox has an address and needs it; of the others it is known where they are. */
function addressesOfSandbox({ adapter, url, behaviours: asked }: ProviderRow): null {
  const isSandbox = adapter === 'sandbox';
  if (isSandbox && (url === null || !/^https?:\/\/[^\s?#]*[^\s?#/]$/.test(url) || !URL.canParse(url))) {
    const detail = '/url must be the http or https address of the gateway, without a slash at its end.';
    throw new RequestProblem('field_invalid', { pointer: '/url', detail });
  }
  if (!isSandbox && url !== null) {
    throw new RequestProblem('field_invalid', { pointer: '/url', detail: '/url is of the sandbox alone.' });
  }
  if (!isSandbox && asked.length > 0) {
    const detail = '/behaviours are of the sandbox alone.';
    throw new RequestProblem('field_invalid', { pointer: '/behaviours', detail });
  }
  return null;
}
