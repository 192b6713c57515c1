/** The request models of AvaTax REST v2 as they are published, as far as a sale, its change, its end and its return need them. */
type Check = (value: unknown) => boolean;
interface Model {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Check | Model | { readonly each: Model }>>;
}

const isText: Check = (value) => typeof value === 'string';
const text =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= most;
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const boolean: Check = (value) => typeof value === 'boolean';
const date: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);

const AddressLocationInfo: Model = {
  required: [],
  fields: {
    locationCode: text(50), line1: text(50), line2: text(100), line3: text(100), city: text(50), region: text(3), country: text(2), postalCode: text(11), latitude: number, longitude: number,
  }, // prettier-ignore
};

const AddressesModel: Model = {
  required: [],
  fields: Object.fromEntries(
    ['singleLocation', 'shipFrom', 'shipTo', 'pointOfOrderOrigin', 'pointOfOrderAcceptance', 'billTo'].map((name) => [
      name,
      AddressLocationInfo,
    ]),
  ),
};

const TaxOverrideModel: Model = {
  required: ['type', 'reason'],
  fields: {
    type: oneOf('None', 'TaxAmount', 'Exemption', 'TaxDate', 'AccruedTaxAmount', 'DeriveTaxable', 'OutOfHarbor'),
    taxAmount: number,
    taxDate: date,
    reason: text(256),
  },
};

const LineItemModel: Model = {
  required: ['amount', 'number'],
  fields: {
    number: text(50), quantity: number, amount: number, addresses: AddressesModel, taxCode: text(25), customerUsageType: text(25), entityUseCode: text(25), itemCode: text(50), exemptionCode: text(25), discounted: boolean, taxIncluded: boolean, revenueAccount: text(50), ref1: text(50), ref2: text(50), description: text(2048), businessIdentificationNo: text(25), taxOverride: TaxOverrideModel, hsCode: text(25), category: isText, summary: isText,
  }, // prettier-ignore
};

const CreateTransactionModel: Model = {
  required: ['type', 'companyCode', 'date', 'customerCode', 'addresses', 'lines'],
  fields: {
    code: text(50), lines: { each: LineItemModel }, type: oneOf('SalesOrder', 'SalesInvoice', 'ReturnOrder', 'ReturnInvoice'), companyCode: text(25), date, salespersonCode: text(25), customerCode: text(50), customerUsageType: text(25), entityUseCode: text(25), discount: number, purchaseOrderNo: text(50), exemptionNo: text(25), addresses: AddressesModel, referenceCode: text(50), reportingLocationCode: text(50), commit: boolean, batchCode: text(25), taxOverride: TaxOverrideModel, currencyCode: text(3), exchangeRate: number, exchangeRateEffectiveDate: date, posLaneCode: text(50), businessIdentificationNo: text(25), isSellerImporterOfRecord: boolean, description: text(2048), email: text(50), debugLevel: oneOf('Normal', 'Diagnostic'),
  }, // prettier-ignore
};

const CreateOrAdjustTransactionModel: Model = {
  required: ['createTransactionModel'],
  fields: {
    adjustmentReason: oneOf(
      'NotAdjusted', 'SourcingIssue', 'ReconciledWithGeneralLedger', 'ExemptCertApplied', 'PriceAdjusted', 'ProductReturned', 'ProductExchanged', 'BadDebt', 'Other', 'Offline',
    ), // prettier-ignore
    adjustmentDescription: text(255),
    createTransactionModel: CreateTransactionModel,
  },
};

const VoidTransactionModel: Model = {
  required: ['code'],
  fields: { code: oneOf('Unspecified', 'PostFailed', 'DocDeleted', 'DocVoided', 'AdjustmentCancelled') },
};

export const SHAPES: readonly { readonly at: RegExp; readonly model: Model }[] = [
  { at: /^\/api\/v2\/transactions\/create$/, model: CreateTransactionModel },
  { at: /^\/api\/v2\/transactions\/createoradjust$/, model: CreateOrAdjustTransactionModel },
  { at: /^\/api\/v2\/companies\/[^/]+\/transactions\/[^/]+\/void$/, model: VoidTransactionModel },
];

/** Where a body is not of the published shape; null: it is. */
export function broken(model: Model, body: unknown, path = ''): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return `${path} is no object`;
  const missing = model.required.find((name) => (body as Record<string, unknown>)[name] === undefined);
  if (missing !== undefined) return `${path}/${missing} is missing`;
  for (const [name, value] of Object.entries(body)) {
    const field = model.fields[name];
    const at = `${path}/${name}`;
    if (field === undefined) return `${at} is not known`;
    if (typeof field === 'function') {
      if (!field(value)) return `${at} is wrong: ${JSON.stringify(value)}`;
    } else if ('each' in field) {
      if (!Array.isArray(value) || value.length === 0) return `${at} is empty`;
      const numbers = new Set(value.map((line: { number?: unknown }) => line.number));
      if (numbers.size < value.length) return `${at} has a number twice`;
      for (const [index, one] of value.entries()) {
        const wrong = broken(field.each, one, `${at}/${index}`);
        if (wrong !== null) return wrong;
      }
    } else {
      const wrong = broken(field, value, at);
      if (wrong !== null) return wrong;
    }
  }
  return null;
}
