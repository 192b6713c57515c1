import { type Static, Type } from 'typebox';
import { orNull as nullable } from './answer-fields.js';
import { closed, country, text } from './fields.js';
import { orNull } from './setting-schemas.js';

/** A tax category of the account: a name of its own, such as `standard` or `books`. */
export const taxCategory = (description: string) =>
  Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', description });

export const region = (description?: string) => text(100, description);

export const rateMillionths = () =>
  Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Millionths: 19 % is 190000.' });

export const serviceUrl = () =>
  Type.String({
    pattern: '^https?://[^\\s\\\\?#]+$',
    maxLength: 300,
    description: 'Of AvaTax: https://rest.avatax.com, or https://sandbox-rest.avatax.com.',
  });

export const serviceAccount = () => text(50, 'Of AvaTax: the account id.');
export const companyCode = () => text(25, 'Of AvaTax: the company that the documents belong to.');

export const TaxAddressBody = closed(
  {
    country: country(),
    region: Type.Optional(orNull(region('State or province.'))),
    postalCode: Type.Optional(orNull(text(30))),
    city: Type.Optional(orNull(text(200))),
    street: Type.Optional(orNull(text(300))),
  },
  { $id: 'TaxAddress', description: 'As much of an address as decides a tax.' },
);

export const LicenceKeyBody = closed(
  {
    licenceKey: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      minLength: 1,
      maxLength: 200,
      description: 'Null takes it away.',
    }),
  },
  { $id: 'LicenceKeyBody', examples: [{ licenceKey: '1A2B3C4D5E6F7890' }] },
);
export type LicenceKeyBody = Static<typeof LicenceKeyBody>;

const TaxCheck = closed(
  {
    answers: Type.Boolean(),
    reason: nullable('string', 'Why not, as a code; null: it answers.'),
    detail: nullable('string', 'What the service says.'),
  },
  { $id: 'TaxCheck' },
);

export const TAX_INPUTS = [TaxAddressBody, LicenceKeyBody];
export const TAX_ANSWERS = [TaxCheck];
