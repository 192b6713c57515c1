import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again, for ten seconds, until the answer is right. */
export async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    await pause(50);
  }
  throw new Error('it did not come about in ten seconds');
}
