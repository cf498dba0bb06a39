/** The yardstick: a bare node:http server that sends given bytes, and tells its CPU time. */
import { createServer } from 'node:http';

const pages = new Map();
createServer((request, response) => {
  const page = pages.get(request.url);
  if (page !== undefined) {
    response.writeHead(200, page.headers);
    response.end(page.body);
    return;
  }
  if (request.url === '/cpu') {
    const { user, system } = process.cpuUsage();
    response.end(String((user + system) / 1e6));
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { path, headers, body } = JSON.parse(Buffer.concat(chunks).toString());
    pages.set(path, { headers, body: Buffer.from(body, 'base64') });
    response.end();
  });
}).listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'));
