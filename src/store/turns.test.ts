import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DirectChannel, openSqlite } from './sqlite-channel.ts';
import { newTurns, TurnTaking } from './turns.ts';

let folder: string;
let turns: SharedArrayBuffer;
let opened: DirectChannel[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matbaa-turns-'));
  turns = newTurns();
  opened = [];
});
afterEach(() => {
  for (const channel of opened) channel.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (): { direct: DirectChannel; taking: TurnTaking } => {
  const direct = new DirectChannel(openSqlite(join(folder, 'turns.sqlite')));
  opened.push(direct);
  return { direct, taking: new TurnTaking(direct, turns) };
};
/** How many turns were given out and not passed on. */
const held = (): number => {
  const [next = 0, serving = 0] = new Int32Array(turns);
  return next - serving;
};

test.each(['commit', 'rollback'])('a turn is passed on with its %s', (end) => {
  const { taking } = open();

  taking.run('begin immediate', []);
  expect(held()).toBe(1);
  taking.run(end, []);

  expect(held()).toBe(0);
});

test('a turn is passed on when its transaction cannot begin, and once only', () => {
  const { taking } = open();
  taking.run('begin immediate', []);

  expect(() => taking.run('rollback to nothing', [])).toThrow();
  expect(held()).toBe(1);
  taking.run('rollback', []);
  expect(() => taking.run('rollback', [])).toThrow();
  expect(held()).toBe(0);

  const { direct } = open();
  direct.run('begin immediate', []);
  direct.run('create table t (a)', []);
  opened[0]?.run('PRAGMA busy_timeout = 1', []);
  expect(() => taking.run('begin immediate', [])).toThrow(/locked/);
  expect(held()).toBe(0);
  direct.run('rollback', []);
});

test('whoever died with its turn is passed over', () => {
  const dead = open();
  const { taking } = open();
  dead.taking.run('begin immediate', []);
  // As the end of its thread does: SQLite lets go, nobody passes the turn on.
  dead.direct.run('rollback', []);

  taking.run('begin immediate', []);
  taking.run('commit', []);

  expect(held()).toBe(0);
});
