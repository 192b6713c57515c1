import { TEMPLATE_KINDS } from '@docket/core/order/document-number';
import { type Static, Type } from 'typebox';
import { documentNumbers, languages, orderNumbers, timeZone } from '../setting-resources.js';
import { closed, code, oneOf, text } from './fields.js';
import { orNull, settingSchemas } from './setting-schemas.js';

const account = () =>
  Type.String({
    minLength: 1,
    maxLength: 63,
    pattern: '^[a-z0-9][a-z0-9_-]*$',
    description: 'Small letters and digits; stands in every row of the account, and cannot be changed.',
  });

export const ACCOUNT = settingSchemas(
  'Account',
  ['account', account()],
  {
    name: text(200),
    cancellationWindow: Type.Integer({
      minimum: 0,
      maximum: 31_536_000,
      description: 'Seconds in which a cancellation needs nobody’s consent, where an order does not say.',
    }),
    placementTimeout: Type.Integer({
      minimum: 1,
      maximum: 31_536_000,
      description: 'Seconds that an order may wait for its payment to begin.',
    }),
    defaultStore: code('Of orders that name none.'),
    defaultChannel: code('Of orders that name none.'),
    defaultWorkflow: text(64, 'Of orders that name none.'),
    rounding: oneOf(['half_up', 'half_even', 'down'], 'How a line rounds, where an order does not say.'),
    languages: languages(1, 'The first is the account’s own.'),
    timeZone: timeZone(),
    orderNumbers: orNull(orderNumbers('null: orders are known by their ids.')),
    mostDocuments: Type.Integer({
      minimum: 0,
      maximum: 100_000,
      description: 'Documents that an order may have, of all kinds together; 0: any number.',
    }),
    documentNumbers: documentNumbers(
      TEMPLATE_KINDS,
      'Templates of the numbers of built-in documents and of consignments; a document without one is counted inside its order, a consignment in the account. A paper that comes with a number keeps it.',
    ),
  },
  [],
);

export const NewAccount = closed({ account: account(), name: text(200) }, { $id: 'NewAccount' });
export type NewAccount = Static<typeof NewAccount>;

const FirstKey = closed(
  { account: Type.String(), key: Type.String(), token: Type.String({ description: 'Told once.' }) },
  { $id: 'FirstKey' },
);

export const ACCOUNT_INPUTS = [ACCOUNT.patch, NewAccount];
export const ACCOUNT_ANSWERS = [ACCOUNT.view, FirstKey];
