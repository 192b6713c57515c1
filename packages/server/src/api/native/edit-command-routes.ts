import { type CommandRoute, commandRoute, OrderParams } from './command-route.js';
import * as edits from './schemas/edits.js';

/** 10,000 changes with all that they may say stay under this. */
export const EDIT_BYTES = 4 * 1024 * 1024;

/** The command of all edits. */
export const EDITING = 'edit_order';

/** Edits: a part of `command-routes.ts`. */
export const EDIT_COMMAND_ROUTES: readonly CommandRoute[] = [
  commandRoute(EDITING, {
    method: 'POST',
    path: '/edits',
    permission: 'orders.edit',
    params: OrderParams,
    body: edits.EditOrder,
    bodyLimit: EDIT_BYTES,
    tag: 'edits',
    summary: 'Change products, prices, discounts, shipping or addresses of a placed order',
  }),
];
