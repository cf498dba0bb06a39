import { solve } from './solve.ts';

/** A tab that slept past the challenge's end gets a fresh one; after so many something is wrong. */
const mostTries = 3;

const show = (state: HTMLElement, which: 'proving' | 'unproved'): void => {
  for (const line of state.querySelectorAll<HTMLElement>('[data-when]'))
    line.hidden = line.dataset.when !== which;
};

/**
 * Works on the challenge of this page, sends the proof, and puts in its place what the server says of
 * the reply now. Nothing else of the page changes: its reader may be writing in it.
 */
async function prove(state: HTMLElement, triesLeft: number): Promise<void> {
  const { challenge, bits } = state.dataset;
  if (challenge === undefined) return;
  if (triesLeft === 0) throw new Error('No proof was taken.');
  show(state, 'proving');
  const nonce = await solve(challenge, Number(bits));
  const answer = await fetch(location.href, {
    method: 'POST',
    body: new URLSearchParams({ do: 'prove', challenge, nonce }),
  });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.querySelector<HTMLElement>('.state');
  if (now === null) throw new Error(`The proof was answered with ${answer.status}.`);
  state.className = now.className;
  if (now.dataset.challenge === undefined) delete state.dataset.challenge;
  else state.dataset.challenge = now.dataset.challenge;
  state.replaceChildren(...now.childNodes);
  await prove(state, triesLeft - 1);
}

const state = document.querySelector<HTMLElement>('.state[data-challenge]');
if (state !== null) prove(state, mostTries).catch(() => show(state, 'unproved'));
