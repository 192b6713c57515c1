// Evaluates JSONata for the server, in a process of its own: what an account writes there may run for ever, or eat all
// memory, and then this process is ended instead of the server. It is asked by messages and knows nothing else.
import jsonata from 'jsonata';

/** One evaluation, in milliseconds; what the library cannot interrupt, the server ends. */
const TIMEOUT = 300;
const STACK = 200;
const MOST_COMPILED = 1_000;

const compiled = new Map();

function compile(text) {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const made = jsonata(text, { timeout: TIMEOUT, stack: STACK });
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(text, made);
  return made;
}

/** True in the sense of JSONata's `$boolean`. */
function isTrue(value) {
  if (Array.isArray(value)) return value.some(isTrue);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return typeof value !== 'function' && Boolean(value);
}

/** Too slow and too deep are told apart from what is merely not to be had of this document. */
const LIMITS = new Set(['D1011', 'D1012', 'U1001']);

async function evaluated(document, text) {
  try {
    return { matches: isTrue(await compile(text).evaluate(document)) };
  } catch (error) {
    const said = { error: String(error?.message ?? error).slice(0, 500) };
    return LIMITS.has(error?.code) || error instanceof RangeError ? { ...said, limit: true } : said;
  }
}

function checked(text) {
  try {
    compile(text);
    return null;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 500);
  }
}

process.on('message', async ({ document, expressions, check }) => {
  if (check !== undefined) {
    process.send({ wrong: checked(check) });
    return;
  }
  const results = [];
  for (const text of expressions) results.push(await evaluated(document, text));
  process.send({ results });
});
process.on('disconnect', () => process.exit());
// Starting may take long where the processor is busy; what it is asked may not.
process.send({ ready: true });
