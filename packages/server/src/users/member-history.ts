import type pg from 'pg';
import { type Edit, recordChange } from '../settings-history/record-change.js';
import { type Member, member } from './membership-rows.js';

/**
 * Writes into the history of settings what became of a person of the account, in the transaction of the change; null:
 * they were not there before. The transaction must see the person. Answers them as they are now; null: they left.
 */
export async function recordMember(
  client: pg.ClientBase,
  edit: Edit,
  userId: string,
  before: Member | null,
): Promise<Member | null> {
  const after = await member(client, edit.account, userId);
  const told = { before: before === null ? null : toldOf(before), after: after === null ? null : toldOf(after) };
  await recordChange(client, { ...edit, kind: 'user', key: userId, ...told });
  return after;
}

const toldOf = ({ email, name, roles, stores, seller, own, disabledAt, userDisabled }: Member): object => ({
  email,
  name,
  roles,
  stores,
  seller,
  own,
  active: disabledAt === null && !userDisabled,
});
