#!/usr/bin/env node
// Proves the log of one order, as `GET /api/v1/admin/orders/{id}/log` exports it, without a server or any package.
//
//   node verify-order-log.mjs [--last-hash HASH] [--holds-hash HASH] FILE      (FILE - reads standard input)
//
// It recomputes the hash of every event from its bytes and the hash before it. Exit code 0: valid. 1: not valid, and the
// line says which event and why. 2: it could not be checked.
//
//   --last-hash   the log must end with this hash: shows that no event was cut off or added at the end
//   --holds-hash  the log must have had this hash at some version: a receipt kept from earlier; it may have grown since
//
// A log that was wholly recomputed by somebody who owns the database is valid in itself. A hash kept elsewhere shows it.
import { createHash } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HEADER = ['format', 'formatVersion', 'account', 'streamKind', 'streamId', 'events', 'lastHash'];
const EVENT = [
  'version', 'type', 'schema', 'actor', 'at', 'reason', 'commandId', 'data', 'personal', 'prevHash', 'hash',
]; // prettier-ignore

class NotValid extends Error {}

/** Answers what is in the log, or the version of the first broken event (0: the header) and what is wrong with it. */
export async function verifyLog(chunks, expected = {}) {
  let header = null;
  let events = 0;
  let last = '';
  let held = expected.holdsHash === undefined;
  try {
    for await (const { text, ended } of linesOf(chunks)) {
      if (!ended) throw new NotValid('the last line is cut off: it does not end in a line feed');
      if (header === null) {
        header = headerOf(text);
        continue;
      }
      const event = parsed(text, EVENT);
      checkPlace(event, events + 1, last);
      if (event.hash !== hashOf(header, event)) {
        throw new NotValid('its hash is not that of its content: something in it was altered');
      }
      last = event.hash;
      held ||= last === expected.holdsHash;
      events += 1;
    }
    if (header === null) throw new NotValid('the file is empty');
    checkEnd(header, events, last, expected.lastHash);
    if (!held) throw new NotValid('no event has the hash that the log must hold');
  } catch (error) {
    if (!(error instanceof NotValid)) throw error;
    return { valid: false, event: header === null ? 0 : events + 1, reason: error.message };
  }
  return { valid: true, account: header.account, streamId: header.streamId, events, lastHash: last };
}

async function* linesOf(chunks) {
  // Bytes that are no UTF-8 must not pass as the sign that stands for them.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decoded = (bytes) => attempt(() => decoder.decode(bytes), 'the line is not UTF-8');
  let parts = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield { text: decoded(Buffer.concat([...parts, chunk.subarray(from, end)])), ended: true };
      parts = [];
      from = end + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) yield { text: decoded(Buffer.concat(parts)), ended: false };
}

function attempt(work, reason) {
  try {
    return work();
  } catch {
    throw new NotValid(reason);
  }
}

/** The fields of a line; refuses every other way to write the same, so that no byte of the file is without meaning. */
function parsed(text, names) {
  const value = attempt(() => JSON.parse(text), 'the line is not JSON');
  const copy = Object.fromEntries(names.map((name) => [name, value?.[name]]));
  const isWhole = names.every((name) => copy[name] !== undefined);
  if (!isWhole || JSON.stringify(copy) !== text) throw new NotValid('the line is not written as Docket writes it');
  return copy;
}

function headerOf(text) {
  const header = parsed(text, HEADER);
  if (header.format !== 'docket-order-log') throw new NotValid('the first line is not the header of an order log');
  if (header.formatVersion !== 1)
    throw new NotValid(`its format has version ${header.formatVersion}; this file knows 1`);
  return header;
}

function checkPlace({ version, prevHash, personal }, expected, last) {
  if (version > expected) throw new NotValid(`it is missing: event ${version} stands in its place`);
  if (version !== expected) throw new NotValid(`event ${version} stands in its place: it is repeated or out of order`);
  if (prevHash !== last) throw new NotValid('it does not follow the event before it: the chain is broken');
  if (personal !== null && Buffer.from(String(personal), 'base64').toString('base64') !== personal) {
    throw new NotValid('its personal part is not base64');
  }
}

function hashOf({ account, streamKind, streamId }, event) {
  const { version, type, schema, actor, at, reason, commandId, data, personal, prevHash } = event;
  const head = JSON.stringify([account, streamKind, streamId, version, type, schema, actor, at, reason, commandId]);
  const hash = createHash('sha256').update(Buffer.from(prevHash, 'hex')).update(`${head}\n${data}\n`);
  return (personal === null ? hash : hash.update(Buffer.from(personal, 'base64'))).digest('hex');
}

function checkEnd(header, events, last, expected) {
  if (events < header.events) throw new NotValid(`it is missing: the header counts ${header.events} events`);
  if (events > header.events) throw new NotValid(`the header counts ${header.events} events, the file has ${events}`);
  if (last !== header.lastHash) throw new NotValid('the header names another last hash');
  if (expected !== undefined && last !== expected)
    throw new NotValid(`the log ends with ${last}, not with the hash given`);
}

async function main(words) {
  const expected = {};
  const files = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--last-hash') expected.lastHash = words.shift()?.toLowerCase();
    else if (word === '--holds-hash') expected.holdsHash = words.shift()?.toLowerCase();
    else files.push(word);
  }
  const hashes = Object.values(expected).every((hash) => /^[0-9a-f]{64}$/.test(hash ?? ''));
  if (files.length !== 1 || !hashes || (files[0].startsWith('-') && files[0] !== '-')) {
    console.error('usage: node verify-order-log.mjs [--last-hash HASH] [--holds-hash HASH] FILE');
    return 2;
  }
  try {
    const found = await verifyLog(files[0] === '-' ? process.stdin : createReadStream(files[0]), expected);
    if (found.valid)
      console.log(`valid: ${found.account} ${found.streamId}, ${found.events} events, last hash ${found.lastHash}`);
    else console.log(`NOT valid: ${found.event === 0 ? 'header' : `event ${found.event}`}: ${found.reason}`);
    return found.valid ? 0 : 1;
  } catch (error) {
    console.error(`cannot be checked: ${error.message}`);
    return 2;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
