import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { SeenAttack } from '../newsroom/comments/attack.ts';
import { postReply } from '../newsroom/comments/intake.ts';
import type { ReplyOutcome, ReplyPost } from '../newsroom/comments/post.ts';
import { openReplyRoom } from '../newsroom/comments/room.ts';
import { readConfig } from './config.ts';
import { newsroomOver, openStore } from './open.ts';
import { openReaderKeys, watchKeyFile } from './reader-keys.ts';

/** The thread in which readers' replies are judged and written, so that a storm of them delays no page. */

/** What it begins with. */
export interface IntakeBegins {
  env: Readonly<Record<string, string | undefined>>;
  turns: SharedArrayBuffer;
  attack: SeenAttack;
}
/** Posts and answers travel together, as JSON: one string is handed over faster than objects are copied. */
export type IntakePosts = { id: number; post: ReplyPost }[];
export interface IntakeAnswers {
  answers: ({ id: number; outcome: ReplyOutcome } | { id: number; error: string })[];
  attack: SeenAttack;
}

// On Linux this is said of the calling thread alone: where processors are short, pages come first.
if (process.platform === 'linux') setPriority(5);
const { env, turns, attack } = workerData as IntakeBegins;
const config = readConfig(env);
const store = await openStore(config, { turns });
const keys = openReaderKeys(config);
const room = openReplyRoom({ newsroom: newsroomOver(store), keys, letters: false });
room.attack.hear(attack);
const stopWatching = watchKeyFile(config, keys, () => {
  // The thread of the pages looks at the same file, and says so.
});

let unanswered = 0;
let closing = false;
let ready: IntakeAnswers['answers'] = [];

parentPort?.on('message', (message: string | 'close') => {
  if (message === 'close') {
    closing = true;
    if (unanswered === 0) void end();
    return;
  }
  for (const { id, post } of JSON.parse(message) as IntakePosts) {
    unanswered += 1;
    postReply(room, post).then(
      (outcome) => answer({ id, outcome }),
      (error: unknown) =>
        answer({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  }
});

function answer(one: IntakeAnswers['answers'][number]): void {
  if (ready.length === 0) setImmediate(send);
  ready.push(one);
}

function send(): void {
  const answers: IntakeAnswers = { answers: ready, attack: room.attack.seen };
  parentPort?.postMessage(JSON.stringify(answers));
  unanswered -= ready.length;
  ready = [];
  if (closing && unanswered === 0) void end();
}

async function end(): Promise<void> {
  stopWatching();
  await store.close();
  parentPort?.close();
}
