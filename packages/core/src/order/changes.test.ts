import { describe, expect, it } from 'vitest';
import { approve, given, place } from './given.test-support.js';

describe('changes to the order itself', () => {
  it('hides a deleted order until it is restored', () => {
    const deleted = given(place(), { type: 'delete_order' });
    deleted.when(approve).refused('order_deleted');
    deleted.when({ type: 'restore_order' }).then('order_restored');
    given(place()).when({ type: 'restore_order' }).refused('order_not_deleted');
  });

  it('keeps notes, log entries, tags and an assignee', () => {
    const { order } = given(
      place({ note: 'ring twice' }),
      { type: 'add_note', text: 'called' },
      { type: 'add_log_entry', source: 'erp', message: 'picked' },
      { type: 'change_tags', add: ['vip', 'gift'] },
      { type: 'change_tags', remove: ['gift'] },
      { type: 'assign', assignee: 'staff:bo' },
    );
    expect(order?.carried.notes.map(({ text }) => text)).toEqual(['ring twice', 'called']);
    expect(order?.carried.log).toMatchObject([{ source: 'erp', message: 'picked' }]);
    expect(order?.head).toMatchObject({ tags: ['vip'], assignee: 'staff:bo' });
  });

  it('records nothing where nothing changes', () => {
    given(place(), { type: 'change_tags', add: ['vip'] })
      .when({ type: 'change_tags', add: ['vip'], remove: ['x'] })
      .then();
    given(place()).when({ type: 'assign', assignee: null }).then();
  });
});
