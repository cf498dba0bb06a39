/** Loads an address with wrk, or with autocannon where there is no wrk. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const connections = 32;
export const tool = spawnSync('wrk', ['--version']).error === undefined ? 'wrk' : 'autocannon';

/** Requests per second over `seconds`, going round `paths`; throws when an answer was not 200. */
export async function load(base, paths, seconds, scratch) {
  return tool === 'wrk'
    ? withWrk(base, paths, seconds, scratch)
    : withAutocannon(base, paths, seconds);
}

async function withWrk(base, paths, seconds, scratch) {
  const list = join(scratch, 'paths.txt');
  const script = join(scratch, 'load.lua');
  writeFileSync(list, paths.join('\n'));
  writeFileSync(
    script,
    `local paths = {}
for line in io.lines(${JSON.stringify(list)}) do paths[#paths + 1] = line end
local headers = { ["Accept-Encoding"] = "gzip" }
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", paths[(n * 7919) % #paths + 1], headers)
end
`,
  );
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, base];
  const output = await run('wrk', args);
  if (/Non-2xx|Socket errors/.test(output)) throw new Error(`The load met errors:\n${output}`);
  const count = Number(/(\d+) requests in/.exec(output)?.[1]);
  return { perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]), count };
}

async function withAutocannon(base, paths, seconds) {
  const { default: autocannon } = await import('autocannon');
  let n = 0;
  const result = await autocannon({
    url: base,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip' },
    requests: [
      { setupRequest: (request) => ({ ...request, path: paths[(n++ * 7919) % paths.length] }) },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error('The load met errors.');
  return { perSecond: result.requests.average, count: result.requests.total };
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('exit', () => resolve(output));
  });
}
