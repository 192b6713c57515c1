import { TAX_PROVIDERS } from '@docket/core/tax/tax-provider';
import { Type } from 'typebox';
import { date, dateOrNull, int, money, orNull, str } from './answer-fields.js';
import { closed, code, oneOf, ref } from './fields.js';
import { next, PageQuery } from './paging.js';

const STATES = ['waiting', 'filed', 'voided', 'failed'] as const;

export const TaxDocumentListQuery = closed({
  ...PageQuery.properties,
  state: Type.Optional(
    Type.Array(oneOf(STATES), { minItems: 1, maxItems: 4, description: 'Only these. Repeat the parameter for more.' }),
  ),
  store: Type.Optional(Type.Array(code('A store.'), { minItems: 1, maxItems: 100 })),
});

export const TaxRunBody = closed({ store: code('A store of the account.') }, { $id: 'TaxRunBody' });

const fields = {
  code: str('Of account, order and paper: the same paper is the same document whenever it is told.'),
  orderId: str(),
  store: str(),
  provider: oneOf(TAX_PROVIDERS),
  service: orNull(
    'string',
    'Whose books it is in: address, account and company of the service. Null: the provider is our own.',
  ),
  kind: oneOf(['sale', 'refund']),
  paper: str('The number of the invoice or return invoice.'),
  state: oneOf(
    STATES,
    'filed: the service has it; voided: struck out there; waiting: it did not answer, and is asked again by itself; failed: it refuses, and somebody has to mend data or settings.',
  ),
  currency: str(),
  charged: money('Tax that the buyer was charged, in minor units.'),
  tax: money('What the service has for it, in minor units; null also where it did not say.'),
  providerId: orNull('string', 'The service’s own id.'),
  tries: int('Calls in a row that went wrong.'),
  error: orNull('string', 'Why the last call went wrong, as a code.'),
  filedAt: dateOrNull(),
  updatedAt: date(),
};

const TaxDocument = closed(fields, { $id: 'TaxDocument' });
const TaxDocumentPage = closed({ items: Type.Array(ref(TaxDocument)), next }, { $id: 'TaxDocumentPage' });

const TaxDocumentOfOrder = closed(
  {
    ...fields,
    lastRequest: orNull(
      'string',
      'The last call, word by word and without its key. Null without personal.view and prices.view.',
    ),
    lastAnswer: orNull('string', 'What was answered: the status, and below it the body.'),
  },
  { $id: 'TaxDocumentOfOrder' },
);
const TaxDocumentsOfOrder = closed({ items: Type.Array(ref(TaxDocumentOfOrder)) }, { $id: 'TaxDocumentsOfOrder' });
const SentTaxDocuments = closed({ orderId: str() }, { $id: 'SentTaxDocuments' });

const TaxRun = closed(
  {
    run: str(),
    store: str(),
    startedAt: date(),
    startedBy: str(),
    endedAt: dateOrNull('Null: orders are still being set to be told.'),
    orders: int('Orders that were set to be told so far.'),
  },
  { $id: 'TaxRun' },
);
const TaxRuns = closed({ items: Type.Array(ref(TaxRun)) }, { $id: 'TaxRuns' });

export const TAX_DOCUMENT_ANSWERS = [
  TaxDocument,
  TaxDocumentPage,
  TaxDocumentOfOrder,
  TaxDocumentsOfOrder,
  SentTaxDocuments,
  TaxRun,
  TaxRuns,
];
