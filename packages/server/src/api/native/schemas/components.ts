import { ACCESS_ANSWERS, ACCESS_INPUTS } from './access.js';
import { ACCOUNT_ANSWERS, ACCOUNT_INPUTS } from './accounts.js';
import { CREDIT_ANSWERS, CREDIT_INPUTS } from './credits.js';
import { CONSIGNMENT_ANSWERS, CONSIGNMENT_INPUTS } from './consignments.js';
import * as commands from './commands.js';
import { DOCUMENT_ANSWERS, DOCUMENT_INPUTS } from './documents.js';
import { DRAFT_ANSWERS, DRAFT_INPUTS } from './drafts.js';
import { DRAFT_ORDER_ANSWERS, DRAFT_ORDER_INPUTS } from './draft-orders.js';
import { EDIT_ANSWERS, EDIT_INPUTS } from './edits.js';
import { PAYMENT_ANSWERS, PAYMENT_INPUTS } from './payments.js';
import { FEED_ANSWERS, FEED_INPUTS } from './feeds.js';
import { FORGETTING_ANSWERS, FORGETTING_INPUTS } from './forgetting.js';
import { HISTORY_SCHEMAS } from './history.js';
import { LIST_SCHEMAS } from './order-list.js';
import { STATISTICS_SCHEMAS } from './order-statistics.js';
import { Hold } from './holds.js';
import { PROVIDER_ANSWERS, PROVIDER_INPUTS } from './payment-providers.js';
import { LoadAnswer } from './loading.js';
import { BULK_ANSWERS, PlaceOrders } from './bulk.js';
import { IMPORT_ANSWERS, IMPORT_INPUTS } from './imports.js';
import { MAIL_ANSWERS } from './mails.js';
import { TASK_ANSWERS } from './tasks.js';
import { SHOPPER_ANSWERS, SHOPPER_INPUTS } from './shopper.js';
import { ANSWER_SCHEMAS } from './order.js';
import { LEDGER_ANSWERS } from './order-ledger.js';
import { PREVIEW_SCHEMAS } from './preview.js';
import {
  Address,
  Adjustment,
  BuyerInput,
  OrderDiscount,
  PlacedDelivery,
  PlacedLine,
  PlacedPayment,
  PlaceOrderBody,
} from './place-order.js';
import { RETURN_ANSWERS, RETURN_INPUTS } from './returns.js';
import { SHIPMENT_INPUTS } from './shipments.js';
import { SESSION_ANSWERS, SESSION_INPUTS } from './session.js';
import { SETTING_RESOURCES } from '../all-setting-resources.js';
import { SETTINGS_CHANGES_ANSWERS } from './settings-changes.js';
import { TAX_DOCUMENT_ANSWERS, TaxRunBody } from './tax-documents.js';
import { TAX_ANSWERS, TAX_INPUTS } from './taxes.js';
import { PRICING_ANSWERS, PRICING_INPUTS } from './pricing.js';
import { VIEW_ANSWERS, VIEW_INPUTS } from './order-views.js';
import { STOCK_ANSWERS, STOCK_INPUTS } from './stock.js';
import { WORKFLOW_ANSWERS, WORKFLOW_INPUTS } from './workflows.js';
import { USER_ANSWERS, USER_INPUTS } from './users.js';

/** What requests are validated by: the validator knows these and no more, for each costs some time at start. */
export const REQUEST_SCHEMAS: readonly object[] = [
  Address,
  BuyerInput,
  OrderDiscount,
  Adjustment,
  PlacedLine,
  PlacedDelivery,
  PlacedPayment,
  PlaceOrderBody,
  ...Object.values(commands),
  ...VIEW_INPUTS,
  ...IMPORT_INPUTS,
  ...STOCK_INPUTS,
  ...ACCOUNT_INPUTS,
  ...WORKFLOW_INPUTS,
  ...SETTING_RESOURCES.flatMap(({ loaded, schemas }) => [
    ...(loaded ? [schemas.input] : []),
    schemas.body,
    schemas.patch,
  ]),
  ...PRICING_INPUTS,
  ...TAX_INPUTS,
  TaxRunBody,
  ...SESSION_INPUTS,
  ...USER_INPUTS,
  ...ACCESS_INPUTS,
  ...SHOPPER_INPUTS,
  ...FEED_INPUTS,
  ...FORGETTING_INPUTS,
  ...DOCUMENT_INPUTS,
  ...RETURN_INPUTS,
  ...EDIT_INPUTS,
  ...DRAFT_INPUTS,
  ...DRAFT_ORDER_INPUTS,
  ...SHIPMENT_INPUTS,
  ...CONSIGNMENT_INPUTS,
  ...PAYMENT_INPUTS,
  ...PROVIDER_INPUTS,
  ...CREDIT_INPUTS,
];

/** Every schema that has a name; it is a component of the OpenAPI document under it. */
export const SHARED_SCHEMAS: readonly object[] = [
  ...REQUEST_SCHEMAS,
  ...ANSWER_SCHEMAS,
  ...PAYMENT_ANSWERS,
  ...LEDGER_ANSWERS,
  ...TAX_ANSWERS,
  ...TAX_DOCUMENT_ANSWERS,
  Hold,
  ...HISTORY_SCHEMAS,
  PlaceOrders,
  ...PREVIEW_SCHEMAS,
  ...BULK_ANSWERS,
  ...LIST_SCHEMAS,
  ...STATISTICS_SCHEMAS,
  ...VIEW_ANSWERS,
  LoadAnswer,
  ...STOCK_ANSWERS,
  ...ACCOUNT_ANSWERS,
  ...WORKFLOW_ANSWERS,
  ...SETTINGS_CHANGES_ANSWERS,
  ...SETTING_RESOURCES.flatMap(({ schemas }) => [schemas.view, schemas.page]),
  ...PRICING_ANSWERS,
  ...ACCESS_ANSWERS,
  ...IMPORT_ANSWERS,
  ...MAIL_ANSWERS,
  ...TASK_ANSWERS,
  ...SESSION_ANSWERS,
  ...USER_ANSWERS,
  ...SHOPPER_ANSWERS,
  ...FEED_ANSWERS,
  ...FORGETTING_ANSWERS,
  ...DOCUMENT_ANSWERS,
  ...RETURN_ANSWERS,
  ...EDIT_ANSWERS,
  ...DRAFT_ANSWERS,
  ...CONSIGNMENT_ANSWERS,
  ...DRAFT_ORDER_ANSWERS,
  ...PROVIDER_ANSWERS,
  ...CREDIT_ANSWERS,
];
