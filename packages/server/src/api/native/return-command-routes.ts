import { type CommandRoute, commandRoute, OrderParams } from './command-route.js';
import { closed, id, orderId } from './schemas/fields.js';
import * as body from './schemas/returns.js';

const ReturnParams = closed({ orderId: orderId(), returnId: id() });

/** Goods that come back, from the wish of the buyer to the money. */
export const RETURN_COMMAND_ROUTES: readonly CommandRoute[] = [
  commandRoute('request_return', {
    method: 'POST',
    path: '/returns',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.RequestReturn,
    tag: 'returns',
    summary: 'Ask to send goods back',
  }),
  commandRoute('authorise_return', {
    method: 'POST',
    path: '/returns/:returnId/authorise',
    permission: 'orders.refund',
    params: ReturnParams,
    body: body.AuthoriseReturn,
    tag: 'returns',
    summary: 'Say which of the requested pieces may come back',
  }),
  commandRoute('decline_return', {
    method: 'POST',
    path: '/returns/:returnId/decline',
    permission: 'orders.refund',
    params: ReturnParams,
    body: body.DeclineReturn,
    tag: 'returns',
    summary: 'Say that nothing of the request may come back',
  }),
  commandRoute('withdraw_return', {
    method: 'POST',
    path: '/returns/:returnId/withdraw',
    permission: 'orders.edit',
    params: ReturnParams,
    body: body.WithdrawReturn,
    tag: 'returns',
    summary: 'Take a request back, as long as nothing came',
  }),
  commandRoute('receive_return', {
    method: 'POST',
    path: '/returns/:returnId/receipts',
    permission: 'orders.ship',
    params: ReturnParams,
    body: body.ReceiveReturn,
    tag: 'returns',
    summary: 'Count what came',
  }),
  commandRoute('inspect_return', {
    method: 'POST',
    path: '/returns/:returnId/inspections',
    permission: 'orders.ship',
    params: ReturnParams,
    body: body.InspectReturn,
    tag: 'returns',
    summary: 'Accept or reject received pieces, and put them back on their shelf',
  }),
  commandRoute('settle_return', {
    method: 'POST',
    path: '/returns/:returnId/settle',
    permission: 'orders.refund',
    params: ReturnParams,
    body: body.SettleReturn,
    tag: 'returns',
    summary: 'Give back what the accepted pieces were sold for',
  }),
  commandRoute('close_return', {
    method: 'POST',
    path: '/returns/:returnId/close',
    permission: 'orders.refund',
    params: ReturnParams,
    body: body.CloseReturn,
    tag: 'returns',
    summary: 'End a return with which nothing more will be done',
  }),
];
