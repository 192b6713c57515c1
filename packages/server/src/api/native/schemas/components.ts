import * as commands from './commands.js';
import { HISTORY_SCHEMAS } from './history.js';
import { LIST_SCHEMAS } from './order-list.js';
import { LOAD_ANSWERS, LOAD_INPUTS } from './loading.js';
import { BULK_ANSWERS, PlaceOrders } from './bulk.js';
import { MAIL_ANSWERS } from './mails.js';
import { ANSWER_SCHEMAS } from './order.js';
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
import { SESSION_ANSWERS, SESSION_INPUTS } from './session.js';
import { SETTINGS_CHANGES_ANSWERS } from './settings-changes.js';
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
  ...LOAD_INPUTS,
  ...SESSION_INPUTS,
  ...USER_INPUTS,
];

/** Every schema that has a name; it is a component of the OpenAPI document under it. */
export const SHARED_SCHEMAS: readonly object[] = [
  ...REQUEST_SCHEMAS,
  ...ANSWER_SCHEMAS,
  ...HISTORY_SCHEMAS,
  PlaceOrders,
  ...PREVIEW_SCHEMAS,
  ...BULK_ANSWERS,
  ...LIST_SCHEMAS,
  ...LOAD_ANSWERS,
  ...SETTINGS_CHANGES_ANSWERS,
  ...MAIL_ANSWERS,
  ...SESSION_ANSWERS,
  ...USER_ANSWERS,
];
