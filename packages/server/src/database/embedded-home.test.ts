import { describe, expect, it } from 'vitest';
import { chooseSystemUser } from './embedded-home.js';

const root = 'root:x:0:0:root:/root:/bin/bash';
const nobody = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin';
const postgres = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash';
const shop = 'shop:x:1000:1000::/home/shop:/bin/sh';

describe('the user that runs the database when Docket is started by root', () => {
  it.each([
    ['postgres where that user exists', [root, nobody, postgres], undefined, { name: 'postgres', uid: 101, gid: 104 }],
    ['nobody where postgres does not exist', [root, nobody], undefined, { name: 'nobody', uid: 65534, gid: 65533 }],
    [
      'the owner of the cluster that exists',
      [root, nobody, postgres, shop],
      1000,
      { name: 'shop', uid: 1000, gid: 1000 },
    ],
    [
      'the one it was, even when postgres came later',
      [root, postgres, nobody],
      65534,
      { name: 'nobody', uid: 65534, gid: 65533 },
    ],
    [
      'nobody as macOS writes it',
      ['# comment', 'nobody:*:-2:-2:Unprivileged:/var/empty:/usr/bin/false'],
      undefined,
      { name: 'nobody', uid: 4294967294, gid: 4294967294 },
    ],
  ])('is %s', (_, lines, owner, user) => {
    expect(chooseSystemUser(lines.join('\n'), owner)).toEqual(user);
  });

  it('is refused where there is none to take', () => {
    expect(() => chooseSystemUser(root, undefined)).toThrow('neither a user postgres nor a user nobody');
  });

  it('is refused where the cluster belongs to a user of another machine', () => {
    expect(() => chooseSystemUser([root, postgres].join('\n'), 4711)).toThrow('belongs to user 4711');
  });
});
