import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { addressFile, BadConfig, readConfig } from './config.ts';

const folders: string[] = [];
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'matbaa-config-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('readConfig', () => {
  test('needs nothing to be configured', () => {
    const config = readConfig({ MATBAA_DATA: dataFolder() });

    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      siteUrl: 'http://127.0.0.1:4000',
      demo: true,
    });
  });

  test('takes an empty variable for none', () => {
    const config = readConfig({ MATBAA_DATA: dataFolder(), DATABASE_URL: '', MATBAA_PORT: '' });

    expect(config.databaseUrl).toBeNull();
    expect(config.port).toBe(4000);
  });

  test('takes the slash off the public address', () => {
    const config = readConfig({
      MATBAA_DATA: dataFolder(),
      MATBAA_SITE_URL: 'https://news.example/',
    });

    expect(config.siteUrl).toBe('https://news.example');
  });

  test('uses the address of the server that is running on the same data', () => {
    const data = dataFolder();
    writeFileSync(
      addressFile(data),
      JSON.stringify({ url: 'http://127.0.0.1:4567', pid: process.pid }),
    );

    expect(readConfig({ MATBAA_DATA: data }).siteUrl).toBe('http://127.0.0.1:4567');
  });

  test('does not believe the address that a dead server has left', () => {
    const data = dataFolder();
    // No process can have this number on Linux.
    writeFileSync(
      addressFile(data),
      JSON.stringify({ url: 'http://127.0.0.1:4567', pid: 99_999_999 }),
    );

    expect(readConfig({ MATBAA_DATA: data }).siteUrl).toBe('http://127.0.0.1:4000');
  });

  test.each([
    [{ MATBAA_PORT: 'x' }, /MATBAA_PORT/],
    [{ MATBAA_PORT: '70000' }, /MATBAA_PORT/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ MATBAA_SITE_URL: 'news' }, /MATBAA_SITE_URL/],
    [{ MATBAA_METRICS_TOKEN: 'short' }, /MATBAA_METRICS_TOKEN/],
  ])('refuses %j and names the variable', (env, message) => {
    expect(() => readConfig({ MATBAA_DATA: dataFolder(), ...env })).toThrow(BadConfig);
    expect(() => readConfig({ MATBAA_DATA: dataFolder(), ...env })).toThrow(message);
  });
});
